package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Payload;
import io.qpy.support.OpenSsl;
import io.qpy.support.RequiresPrograms;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sub-devices behind a gateway's connection, and the clouds' system topics. */
@RequiresPrograms({"openssl", "mosquitto_pub"})
class GatewayTest {
    private static final String SESSION = "/ext/session/a1TestKey01/dev1/combine/";
    private static final String SYSTEM = "/sys/a1TestKey01/dev1/thing/";

    private final Sandbox sandbox = Clouds.sandbox(true);
    private MqttClient ali;
    private MqttClient tx;

    @BeforeEach
    void open() throws Exception {
        ali = new MqttClient(sandbox.aliyun().mqtt());
        assertEquals(0, ali.connect(Clouds.aliyun("cid", "dev1", Clouds.SECRET)));
        tx = new MqttClient(sandbox.tencent().mqtt());
        assertEquals(0, tx.connect(Clouds.tencent("d1", Clouds.PSK)));
    }

    @AfterEach
    void close() throws Exception {
        ali.close();
        tx.close();
        sandbox.close();
    }

    @Test
    void aliyunSubDeviceLogsInAndOut() throws Exception {
        String own = "/sys/a1TestKey01/dev2/thing/event/property/post";
        assertEquals(0x80, ali.subscribe(own + "_reply", 0));
        assertEquals(
                200, asked(SESSION + "login", signed("dev2", Clouds.SECRET_2)).get("code"));
        assertEquals(0, ali.subscribe(own + "_reply", 0));
        assertEquals(200, asked(own, Map.of("a", 1)).get("code"));
        assertEquals(200, asked(SESSION + "logout", named("dev2")).get("code"));
        assertEquals(0x80, ali.subscribe("/a1TestKey01/dev2/user/get", 0));
    }

    @Test
    void aliyunSubDevicesLogInTogether() throws Exception {
        Map<String, Object> list = Map.of("deviceList", List.of(signed("dev2", Clouds.SECRET_2)));
        assertEquals(
                List.of(named("dev2")), asked(SESSION + "batch_login", list).get("data"));
        assertEquals(
                List.of(named("dev2")),
                asked(SESSION + "batch_logout", List.of(named("dev2"))).get("data"));
    }

    @Test
    void aliyunRefusesSubDevices() throws Exception {
        assertEquals(6287, asked(SESSION + "login", signed("dev2", "another")).get("code"));
        assertEquals(6100, asked(SESSION + "login", signed("nobody", "x")).get("code"));
        assertEquals(460, asked(SESSION + "login", named("dev2")).get("code"));
        assertEquals(460, asked(SESSION + "login", Map.of()).get("code"));
        assertEquals(460, asked(SYSTEM + "topo/add", 5).get("code"));
        assertEquals(
                6402,
                asked(SYSTEM + "topo/add", List.of(signed("dev1", Clouds.SECRET)))
                        .get("code"));
        assertEquals(
                401,
                asked(SYSTEM + "topo/add", List.of(signed("dev2", "another"))).get("code"));
    }

    @Test
    void aliyunKeepsTheTopology() throws Exception {
        assertEquals(
                200,
                asked(SYSTEM + "topo/add", List.of(signed("dev2", Clouds.SECRET_2)))
                        .get("code"));
        assertEquals(
                List.of(named("dev2")), asked(SYSTEM + "topo/get", Map.of()).get("data"));
        assertEquals(200, asked(SYSTEM + "topo/delete", List.of(named("dev2"))).get("code"));
        assertEquals(List.of(), asked(SYSTEM + "topo/get", Map.of()).get("data"));
    }

    @Test
    void aliyunRegistersASubDevice() throws Exception {
        Object data = asked(SYSTEM + "sub/register", List.of(named("fresh"))).get("data");
        Map<?, ?> first = (Map<?, ?>) ((List<?>) data).get(0);
        assertTrue(first.get("deviceSecret").toString().matches("[0-9a-f]{32}"), first.toString());
        assertEquals(
                200,
                asked(
                                SESSION + "login",
                                signed("fresh", first.get("deviceSecret").toString()))
                        .get("code"));
    }

    @Test
    void tencentAnswersSystemTopics() throws Exception {
        assertTrue(
                told("$sys/operation", "{\"type\":\"get\",\"resource\":[\"time\"]}")
                                .get("time")
                        instanceof Number);
        assertEquals(
                "reply",
                told("$config/report", "{\"type\":\"get\"}", "$config/operation/result")
                        .get("type"));
        Map<String, Object> version =
                told("$ota/report", "{\"type\":\"report_version\",\"report\":{\"version\":\"0.1\"}}", "$ota/update");
        assertEquals("report_version_rsp0.1", "" + version.get("type") + version.get("version"));
        assertEquals(
                0,
                told("$log/operation", "{\"type\":\"get_log_level\",\"clientToken\":\"t\"}")
                        .get("log_level"));
    }

    @Test
    void tencentSubDevicesGoOnLine() throws Exception {
        String own = Clouds.PID + "/d2/data";
        assertEquals(0x80, tx.subscribe(own, 0));
        assertTrue(gateway("online", "d2", "").contains("\"result\":0"));
        assertEquals(0, tx.subscribe(own, 0));
        assertTrue(gateway("offline", "d2", "").contains("\"result\":0"));
        assertTrue(gateway("online", "nobody", "").contains("\"result\":802"));
    }

    @Test
    void tencentBindsSubDevices() throws Exception {
        String sign = OpenSsl.hmac("sha256", Base64.getDecoder().decode(Clouds.PSK_2), Clouds.PID + "d2;7;9");
        byte[] bytes = HexFormat.of().parseHex(sign);
        String extra =
                ",\"random\":7,\"timestamp\":9,\"signmethod\":\"hmacsha256\",\"authtype\":\"psk\",\"signature\":\"%s\"";
        assertTrue(gateway("bind", "d2", extra.formatted("wrong")).contains("\"result\":803"));
        assertTrue(gateway("bind", "d2", extra.formatted(Base64.getEncoder().encodeToString(bytes)))
                .contains("\"result\":0"));
        assertTrue(gateway("describe_sub_devices", "x", "").contains("\"device_name\":\"d2\""));
        assertTrue(gateway("unbind", "d2", "").contains("\"result\":0"));
        assertFalse(gateway("describe_sub_devices", "x", "").contains("d2"));
    }

    @Test
    void tencentTakesItsSdksLogIn() throws Exception {
        for (String rest : List.of("21010406;ABcd1;9223372036854775807", "1;a;99999999999999999999999")) {
            String user = Clouds.PID + "d1;" + rest;
            String signature = OpenSsl.hmac("sha1", Base64.getDecoder().decode(Clouds.PSK), user);
            try (MqttClient client = new MqttClient(sandbox.tencent().mqtt())) {
                assertEquals(0, client.connect(new Credentials(Clouds.PID + "d1", user, signature + ";hmacsha1")));
            }
        }
    }

    private static Map<String, Object> named(String device) {
        return Json.of("productKey", Clouds.PK, "deviceName", device);
    }

    /** As Alibaba's SDK for Node signs. */
    private static Map<String, Object> signed(String device, String secret) throws Exception {
        String clientId = Clouds.PK + "&" + device;
        String content =
                "clientId%sdeviceName%sproductKey%stimestamp%d".formatted(clientId, device, Clouds.PK, 1700000000000L);
        Map<String, Object> params = named(device);
        params.put("clientId", clientId);
        params.put("timestamp", 1700000000000L);
        params.put("signMethod", "hmacSha1");
        params.put("sign", OpenSsl.hmac("sha1", secret, content));
        return params;
    }

    private Map<String, Object> asked(String topic, Object params) throws Exception {
        assertEquals(0, ali.subscribe(topic + "_reply", 0));
        ali.publish(topic, Json.text(Json.of("id", "5", "version", "1.0", "params", params)));
        Map<String, Object> answer = body(ali);
        assertEquals("5", answer.get("id"));
        return answer;
    }

    private static Map<String, Object> body(MqttClient client) throws Exception {
        String received = client.receive();
        return Json.object(Payload.of(received.substring(received.indexOf(' ') + 1)))
                .orElseThrow();
    }

    private Map<String, Object> told(String topic, String body) throws Exception {
        return told(topic, body, topic + "/result");
    }

    private Map<String, Object> told(String topic, String body, String answer) throws Exception {
        String own = "/" + Clouds.PID + "/d1";
        assertEquals(0, tx.subscribe(answer + own, 0));
        tx.publish(topic + own, body);
        return body(tx);
    }

    private String gateway(String type, String device, String extra) throws Exception {
        return Json.text(told(
                "$gateway/operation",
                "{\"type\":\"%s\",\"payload\":{\"devices\":[{\"product_id\":\"%s\",\"device_name\":\"%s\"%s}]}}"
                        .formatted(type, Clouds.PID, device, extra)));
    }
}
