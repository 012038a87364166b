package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Log-ins that others have published, signature and all. */
class VectorTest {
    /** "12345" is the example of Alibaba's page on MQTT over TCP; its MD5 is in the test of an ESP8266 project. */
    private static final String ALIBABA = "12345, 789, device, pk, secret";

    /** LuatOS's tests of its iotauth library, which is Air780 modules' counterpart of aLiYun and TenCentYun. */
    private static final String LUATOS =
            "123456789.abcdefg, 32472115200, abcdefg, 123456789, Y877Bgo8X5owd3lcB5wWDjryNPoB";

    @ParameterizedTest
    @CsvSource({
        ALIBABA + ", hmacsha1, FAFD82A3D602B37FB0FA8B7892F24A477F851A14",
        ALIBABA + ", hmacmd5, 14B198324FE55E1D3C88F2E705E201EE",
        LUATOS + ", hmacmd5, 16CB9B20009795D576E9172CDC820646",
        LUATOS + ", hmacsha1, 4E5358D2C33CA163BDA58EC994B9E312712230C7",
        LUATOS + ", hmacsha256, 2842DC9F2FBA19C671DD3F4D24590D41F91C25FD9BC4E5101951BEA88B7DEACD"
    })
    void aliyunAccepts(
            String id, String timestamp, String name, String product, String secret, String method, String password)
            throws Exception {
        Accounts accounts =
                Accounts.builder().device(product, name, secret).strict(true).build();
        try (Sandbox sandbox = Sandbox.builder().aliyunAccounts(accounts).build()) {
            Credentials published = new Credentials(
                    "%s|securemode=3,signmethod=%s,timestamp=%s|".formatted(id, method, timestamp),
                    name + "&" + product,
                    password);
            for (Credentials spelled :
                    new Credentials[] {published, published.password(p -> p.toLowerCase(Locale.ROOT))}) {
                try (MqttClient client = new MqttClient(sandbox.aliyun().mqtt())) {
                    assertEquals(0, client.connect(spelled));
                    assertTrue(client.ping());
                }
            }
            assertEquals(0, sandbox.journal().events(Event.CloudNote.class).size());
        }
    }
}
