package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import io.qpy.support.OpenSsl;
import io.qpy.support.RequiresPrograms;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresPrograms({"openssl", "mosquitto_pub"})
class RegistrationTest {
    private final Sandbox sandbox = Clouds.sandbox(false);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aliyunGivesASecretUntilTheDeviceIsActivated() throws Exception {
        List<Accounts> changes = new CopyOnWriteArrayList<>();
        sandbox.aliyun().onChange(changes::add);
        String first = registered("fresh", "12345");
        String second = registered("fresh", "67890");
        assertNotEquals(first, second);
        assertEquals(4, login("fresh", first));
        assertTrue(lastRefusal().contains("the secret of an earlier registration"), lastRefusal());
        assertEquals(0, login("fresh", second));
        assertEquals(5, register(Clouds.register("fresh", "1")));
        String why = lastRefusal();
        assertTrue(why.contains("is activated and cannot register again") && why.contains("/usr/secret.json"), why);
        assertFalse(why.contains(second), why);
        assertEquals(5, register(Clouds.register("dev1", "1")));

        assertEquals(3, changes.size());
        Accounts last = changes.get(2);
        assertEquals(
                new Accounts.Device(second, true),
                last.products().get(Clouds.PK).devices().get("fresh"));
        try (Sandbox later = Sandbox.builder().aliyunAccounts(last).build();
                MqttClient client = new MqttClient(later.aliyun().mqtt())) {
            assertEquals(0, client.connect(Clouds.aliyun("cid", "fresh", second)));
        }
    }

    @Test
    void aRegistrationNeitherKicksNorTalks() throws Exception {
        try (MqttClient device = new MqttClient(sandbox.aliyun().mqtt());
                MqttClient other = tls()) {
            assertEquals(0, device.connect(Clouds.aliyun("cid", "dev1", Clouds.SECRET)));
            assertEquals(0, other.connect(Clouds.register("unlisted", "77")));
            assertTrue(other.receive()
                    .startsWith("/ext/register {\"productKey\":\"a1TestKey01\",\"deviceName\":\"unlisted\""));
            assertEquals(0x80, other.subscribe("/a1TestKey01/unlisted/user/get", 0));
            assertTrue(device.ping());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "authType=register, authType=regnwl, 5, client id: authType=regnwl",
        "securemode=2, securemode=3, 5, client id: authType=register needs securemode=2",
        "'random=5,', '', 2, client id: authType=register needs random",
        "random=5, random=6, 4, password: it is signed with another ProductSecret",
    })
    void aliyunRefusesADamagedRegistration(String part, String instead, int code, String reason) throws Exception {
        Credentials good = Clouds.register("fresh", "5");
        assertEquals(code, register(good.clientId(id -> id.replace(part, instead))));
        assertTrue(lastRefusal().startsWith(reason), lastRefusal());
    }

    @Test
    void aliyunSaysWhichSecretSignedARegistration() throws Exception {
        String content = "deviceNamefreshproductKey%srandom5".formatted(Clouds.PK);
        Credentials good = Clouds.register("fresh", "5");
        String byDevice = OpenSsl.hmac("sha256", Clouds.SECRET, content);
        assertEquals(4, register(good.password(p -> byDevice)));
        assertTrue(lastRefusal().contains("the DeviceSecret of \"dev1&a1TestKey01\" was used"), lastRefusal());
        try (MqttClient plain = new MqttClient(sandbox.aliyun().mqtt())) {
            assertEquals(5, plain.connect(good));
            assertTrue(lastRefusal().contains("needs TLS"), lastRefusal());
        }
    }

    /** The request is the one that Tencent published (facts.md 4.7). */
    @Test
    void tencentTakesThePublishedRequest() throws Exception {
        Map<String, Object> reply = post(
                "{\"deviceName\":\"device_1234\",\"nonce\":1439928322,\"productId\":\"S3EUVBRJLB\","
                        + "\"timestamp\":1568692235,\"signature\":\"ZWM4YTEyMWE2ODUxYzk1M2Q0MDc2OWNmN2FhMTg1ZWM1ODgxMWNkNQ==\"}");
        assertEquals(0, reply.get("code"));
        assertEquals(53, reply.get("len"));
        assertEquals(24, psk(reply).length());
    }

    @Test
    void tencentGivesAPskUntilTheDeviceIsActivated() throws Exception {
        String old = psk(post(request("fresh", Clouds.TX_PRODUCT_SECRET)));
        String psk = psk(post(request("fresh", Clouds.TX_PRODUCT_SECRET)));
        assertNotEquals(old, psk);
        try (MqttClient client = new MqttClient(sandbox.tencent().mqtt())) {
            assertEquals(4, client.connect(Clouds.tencent("fresh", old)));
        }
        try (MqttClient client = new MqttClient(sandbox.tencent().mqtt())) {
            assertEquals(0, client.connect(Clouds.tencent("fresh", psk)));
        }
        assertEquals(1021, post(request("fresh", Clouds.TX_PRODUCT_SECRET)).get("code"));
        assertTrue(lastNote().contains("/usr/tx_secret.json"), lastNote());
        assertFalse(lastNote().contains(psk), lastNote());
    }

    @Test
    void tencentSaysWhatIsWrongWithARegistration() throws Exception {
        assertEquals(1002, post(request("fresh", "wrong")).get("code"));
        assertTrue(lastNote().contains("signature: it is signed with another ProductSecret"), lastNote());
        assertEquals(
                1002,
                post(request("fresh", Clouds.TX_PRODUCT_SECRET).replace("\"nonce\":4", "\"nonce\":5"))
                        .get("code"));
        assertEquals(1001, post("{\"deviceName\":\"fresh\"}").get("code"));
        assertTrue(lastNote().contains("productId: it is missing"), lastNote());
        assertEquals(1001, post("rubbish").get("code"));
        assertEquals(
                1003,
                post(request("fresh", "x").replace(Clouds.PID, "ZZZZZZZZZZ")).get("code"));
        assertTrue(lastNote().contains("[sandbox.tencent.products.ZZZZZZZZZZ]"), lastNote());
    }

    private String registered(String name, String random) throws Exception {
        try (MqttClient client = tls()) {
            assertEquals(0, client.connect(Clouds.register(name, random)));
            String[] push = client.receive().split(" ", 2);
            assertEquals("/ext/register", push[0]);
            Map<String, Object> body = Json.object(Payload.of(push[1])).orElseThrow();
            assertEquals(List.of("productKey", "deviceName", "deviceSecret"), List.copyOf(body.keySet()));
            return Json.string(body, "deviceSecret");
        }
    }

    private int register(Credentials as) throws Exception {
        try (MqttClient client = tls()) {
            return client.connect(as);
        }
    }

    private int login(String name, String secret) throws Exception {
        try (MqttClient client = new MqttClient(sandbox.aliyun().mqtt())) {
            return client.connect(Clouds.aliyun("cid", name, secret));
        }
    }

    private MqttClient tls() throws Exception {
        return new MqttClient(sandbox.aliyun().mqtt(), sandbox.authority().certificate());
    }

    private String lastRefusal() {
        List<Event.MqttRefused> all = sandbox.journal().events(Event.MqttRefused.class);
        return Refusals.requireOrder(all.get(all.size() - 1).reason());
    }

    private String lastNote() {
        List<Event.CloudNote> all = sandbox.journal().events(Event.CloudNote.class);
        return all.get(all.size() - 1).line();
    }

    /** As the module asks: its numbers are numbers, and no Content-Type is sent. */
    private static String request(String name, String secret) throws Exception {
        String content = "deviceName=%s&nonce=4&productId=%s&timestamp=1700000000".formatted(name, Clouds.PID);
        String hex = OpenSsl.hmac("sha1", secret, content);
        String signature = Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
        return "{\"deviceName\":\"%s\",\"nonce\":4,\"productId\":\"%s\",\"timestamp\":1700000000,\"signature\":\"%s\"}"
                .formatted(name, Clouds.PID, signature);
    }

    private static String psk(Map<String, Object> reply) throws Exception {
        byte[] key = Clouds.TX_PRODUCT_SECRET.substring(0, 16).getBytes(StandardCharsets.US_ASCII);
        byte[] iv = "0000000000000000".getBytes(StandardCharsets.US_ASCII);
        String plain = OpenSsl.decryptCbc(key, iv, Base64.getDecoder().decode(Json.string(reply, "payload")));
        Map<String, Object> body =
                Json.object(Payload.of(plain.replace("\0", ""))).orElseThrow();
        assertEquals(2, body.get("encryptionType"));
        return Json.string(body, "psk");
    }

    private Map<String, Object> post(String body) throws IOException {
        InetSocketAddress server = sandbox.http().address();
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            String request =
                    "POST /register/dev HTTP/1.0\r\nHost: ap-guangzhou.gateway.tencentdevices.com\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            return Json.object(Payload.of(answer.split("\r\n\r\n", 2)[1])).orElseThrow();
        }
    }
}
