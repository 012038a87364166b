package io.qpy.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.qpy.device.flash.Flash;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.mqtt.Login;
import io.qpy.sandbox.mqtt.TopicRules;
import io.qpy.sandbox.mqtt.Verdict;
import io.qpy.support.OpenSsl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code TenCentYun} against a broker that admits everyone, and a scripted registration. */
class TenCentYunTest {
    private static final String PRODUCT = "S3EUVBRJLB";
    private static final String PSK = "7WmFA/MEs+Fy+32QwJWtYw==";
    private static final String PRODUCT_SECRET = "8XzjN8rfgFVGDTNTUGau4snA";

    /** Published with its key and its content in Tencent's SDK for C: facts.md 4.7. */
    private static final String PAYLOAD =
            "eHGRUBar9LBPI+mcaHnVEZsj05mSdoZLPhd54hDJXv/2va2rXSpfddgRy5XE/FIS835NjUr5Mhw1AJSg4yGC/w==";

    private static final String REGISTERED = "{\"code\":0,\"message\":\"\",\"len\":53,\"payload\":\"" + PAYLOAD + "\"}";
    private static final Pattern USER = Pattern.compile("S3EUVBRJLBdevice_1234;12010126;([0-9]{5,10});([0-9]+)");
    private static final String PRELUDE = Scripts.source("tencent/begin.py");
    private static final String KNOWN = PRELUDE + "tx = TXyun('%s', 'device_1234', '%s')\n".formatted(PRODUCT, PSK);
    private static final String NEW =
            PRELUDE + "tx = TXyun('%s', 'device_1234', None, '%s')\n".formatted(PRODUCT, PRODUCT_SECRET);
    private static final String CONNECT = "print(tx.setMqtt())\ntx.disconnect()\n";
    private static final String SHOW = "print(open('/usr/tx_secret.json').read())\n";

    @TempDir
    Path folder;

    private final List<Login> logins = new CopyOnWriteArrayList<>();
    private final List<String> registrations = new CopyOnWriteArrayList<>();
    private final Sandbox sandbox = Sandbox.builder().admission(this::admit).build();
    private HttpServer gateway;
    private volatile String answer = REGISTERED;
    private TestDevice device;

    private Verdict admit(Login login) {
        logins.add(login);
        return Verdict.accept(login.clientId(), TopicRules.ANYTHING);
    }

    @BeforeEach
    void start() throws Exception {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/register/dev", exchange -> {
            registrations.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
        device = newDevice();
    }

    private TestDevice newDevice() throws Exception {
        Files.createDirectories(folder.resolve("script"));
        return new TestDevice()
                .host(
                        PRODUCT + ".iotcloud.tencentdevices.com",
                        1883,
                        sandbox.mqtt().address())
                .host("ap-guangzhou.gateway.tencentdevices.com", 80, gateway.getAddress())
                .flash(Flash.stored(folder.resolve("flash"), folder.resolve("script")));
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
        sandbox.close();
        UmqttThreads.awaitNone();
    }

    private void check(String script, String expected) {
        device.run(script);
        assertEquals("", device.errors());
        assertEquals(expected, device.output());
        assertTrue(device.notices().stream().noneMatch(line -> line.contains(PSK) || line.contains(PRODUCT_SECRET)));
    }

    private void said(String part) {
        assertTrue(device.notices().stream().anyMatch(line -> line.contains(part)), device.notices()::toString);
    }

    private void stored(String text) throws Exception {
        Files.writeString(folder.resolve("script/tx_secret.json"), text);
    }

    /** See facts.md 4.2 to 4.4. */
    @Test
    void logsInWithAKey() throws Exception {
        check(KNOWN + CONNECT, "0\n");
        signedWithThePsk(logins.get(0));
        assertEquals(300, logins.get(0).keepAlive());
        assertTrue(logins.get(0).cleanSession());
    }

    private static void signedWithThePsk(Login login) throws Exception {
        assertEquals("S3EUVBRJLBdevice_1234", login.clientId());
        String user = login.user().orElseThrow();
        Matcher parts = USER.matcher(user);
        assertTrue(parts.matches(), user);
        long expiry = Long.parseLong(parts.group(2));
        isAboutNow(expiry - 3600);
        assertEquals(
                OpenSsl.hmac("sha256", Base64.getDecoder().decode(PSK), user) + ";hmacsha256",
                login.password().orElseThrow().text());
    }

    private static void isAboutNow(long unixSeconds) {
        assertTrue(Math.abs(Instant.now().getEpochSecond() - unixSeconds) < 60, () -> unixSeconds + " is not now");
    }

    /** See facts.md 4.7: published in Tencent's SDK for C, docs/IoT_Hub/dynreg_dev_sample. */
    @Test
    void signsARegistrationAsPublished() {
        TestDevice probe = new TestDevice();
        probe.run(Scripts.source("tencent/registration.py"));
        assertEquals(
                "{'deviceName': 'device_1234', 'nonce': 1439928322, 'productId': 'S3EUVBRJLB', 'timestamp': 1568692235,"
                        + " 'signature': 'ZWM4YTEyMWE2ODUxYzk1M2Q0MDc2OWNmN2FhMTg1ZWM1ODgxMWNkNQ=='}\n",
                probe.output());
    }

    @Test
    void registersOnceAndKeepsThePsk() throws Exception {
        check(NEW + CONNECT + SHOW, "0\n{\"device_1234\": \"" + PSK + "\"}\n");
        Matcher sent = Pattern.compile("\\{\"deviceName\": \"device_1234\", \"nonce\": ([0-9]+), \"productId\": "
                        + "\"S3EUVBRJLB\", \"timestamp\": ([0-9]+), \"signature\": \"([^\"]+)\"}")
                .matcher(registrations.get(0));
        assertTrue(sent.matches(), registrations.get(0));
        isAboutNow(Long.parseLong(sent.group(2)));
        String text = "deviceName=device_1234&nonce=%s&productId=S3EUVBRJLB&timestamp=%s"
                .formatted(sent.group(1), sent.group(2));
        String digest = OpenSsl.hmac("sha1", PRODUCT_SECRET.getBytes(UTF_8), text);
        assertEquals(Base64.getEncoder().encodeToString(digest.getBytes(UTF_8)), sent.group(3));

        device = newDevice();
        check(NEW + CONNECT, "0\n");
        assertEquals(1, registrations.size());
        assertEquals(2, logins.size());
        for (Login login : logins) {
            signedWithThePsk(login);
        }
    }

    @Test
    void addsToThePsksOfOtherDevices() throws Exception {
        stored("{\"other\": \"AAAA\"}");
        check(NEW + CONNECT + SHOW, "0\n{\"other\": \"AAAA\", \"device_1234\": \"" + PSK + "\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"device_1234\": ", "[]", "{\"device_1234\": null}"})
    void leavesADamagedFileAsItIs(String damaged) throws Exception {
        stored(damaged);
        device.run(NEW + CONNECT + SHOW);
        assertTrue(device.output().startsWith("[ERROR] File Open failed : "), device.output());
        assertTrue(device.output().endsWith("\n-1\n" + damaged + "\n"), device.output());
        said("TenCentYun: /usr/tx_secret.json is damaged and is left as it is");
        assertEquals(List.of(), registrations);
    }

    @Test
    void saysHowToRestoreThePskOfAnActivatedDevice() {
        answer = "{\"code\":1021,\"message\":\"device has been activated\"}";
        check(NEW + CONNECT, "[WARNING] Registration failed. Please check if the device is activated\n-1\n");
        said("TenCentYun: registration: the cloud refuses with code 1021: the device is activated");
        said("into /usr/tx_secret.json: {\"device_1234\": \"<its secret>\"}");
        assertEquals(List.of(), logins);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON | no answer of http://ap-guangzhou.gateway.tencentdevices.com/register/dev",
                "[] | answers with HTTP 200 and no JSON object",
                "{\"code\":0} | cannot be decrypted with this ProductSecret",
                "{\"code\":0,\"payload\":\"AAAA\"} | cannot be decrypted with this ProductSecret",
                "{\"code\":0,\"payload\":\"AAAAAAAAAAAAAAAAAAAAAA==\"} | cannot be decrypted with this ProductSecret",
            })
    void failsWithAnAnswerThatIsNone(String text, String reason) {
        answer = text;
        check(NEW + CONNECT, "-1\n");
        said(reason);
    }

    @Test
    void failsWhenTheGatewayIsGone() {
        gateway.stop(0);
        check(NEW + CONNECT, "-1\n");
        said("TenCentYun: registration: no answer of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "7WmFA/MEs+Fy+32QwJWtYw=", "=", "7WmFA=MEs+Fy+32QwJWtYw=="})
    void failsWithAPskThatIsNotBase64(String psk) {
        check(PRELUDE + "tx = TXyun('%s', 'device_1234', '%s')\n".formatted(PRODUCT, psk) + CONNECT, "-1\n");
        said("TenCentYun: devicePsk is not base64");
        assertEquals(List.of(), logins);
    }

    @Test
    void failsWithAProductSecretThatIsCut() {
        check(PRELUDE + "tx = TXyun('%s', 'd', None, '8XzjN8')\n".formatted(PRODUCT) + CONNECT, "-1\n");
        said("TenCentYun: ProductSecret has fewer than 16 characters");
        assertEquals(List.of(), registrations);
    }

    @Test
    void publishesAndReceives() {
        check(KNOWN + Scripts.source("tencent/publishes.py"), Scripts.expected("tencent/publishes.py"));
    }

    @Test
    void explainsARefusal() {
        sandbox.mqtt().refuseNextLogin(5);
        check(KNOWN + CONNECT, "-1\n");
        said("TenCentYun: productID, devicename and devicePsk must be those that the cloud's console shows");
    }
}
