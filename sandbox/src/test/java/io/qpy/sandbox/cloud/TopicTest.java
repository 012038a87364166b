package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import io.qpy.support.RequiresPrograms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a device may say and hear, and what the clouds answer. */
@RequiresPrograms({"openssl", "mosquitto_pub"})
class TopicTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Sandbox sandbox = Clouds.sandbox(false);
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

    @ParameterizedTest
    @CsvSource({
        "/a1TestKey01/dev1/user/get",
        "/a1TestKey01/dev1/user/#",
        "/sys/a1TestKey01/dev1/thing/service/property/set",
        "/sys/a1TestKey01/dev1/rrpc/request/+",
        "/ota/device/upgrade/a1TestKey01/dev1",
        "/shadow/get/a1TestKey01/dev1",
        "/broadcast/a1TestKey01/all"
    })
    void aliyunGrants(String filter) throws Exception {
        assertEquals(1, ali.subscribe(filter, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "/a1TestKey01/dev2/user/get, '\"dev2\" is not its name, which is \"dev1\"'",
        "/a1TestKey02/dev1/user/get, '\"a1TestKey02\" is not its product'",
        "/sys/dev1/a1TestKey01/thing/#, '\"dev1\" is not its product'",
        "/a1TestKey01/+/user/get, a wildcard may not stand",
        "/sys/#, a wildcard may not stand",
        "#, only its own topics",
        "a1TestKey01/dev1/user/get, only its own topics",
        "/ota/device/inform/a1TestKey01/dev1, /ota/device/upgrade/a1TestKey01/dev1",
        "/a1TestKey01/dev1/1/2/3/4/5/6, 8 slashes are more than 7"
    })
    void aliyunRefusesAFilter(String filter, String reason) throws Exception {
        assertEquals(0x80, ali.subscribe(filter, 0));
        assertTrue(lastRefusedFilter().contains(reason), lastRefusedFilter());
        assertTrue(ali.ping());
    }

    @ParameterizedTest
    @CsvSource({
        "ABCDEFGHIJ/d1/data, ''",
        "ABCDEFGHIJ/d1/control, ''",
        "ABCDEFGHIJ/d1/+, ''",
        "$thing/down/property/ABCDEFGHIJ/d1, ''",
        "$thing/down/+/ABCDEFGHIJ/d1, ''",
        "$shadow/operation/result/ABCDEFGHIJ/d1, ''",
        "$ota/update/ABCDEFGHIJ/d1, ''",
        "ABCDEFGHIJ/d2/data, '\"d2\" is not its name'",
        "$thing/down/property/ABCDEFGHIJ/d2, '\"d2\" is not its name'",
        "ABCDEFGHIK/d1/data, '\"ABCDEFGHIK\" is not its product'",
        "/ABCDEFGHIJ/d1/data, begins with a slash too many",
        "ABCDEFGHIJ/#, a wildcard may not stand",
        "$shadow/operation/ABCDEFGHIJ/d1, only its own topics"
    })
    void tencentJudgesAFilter(String filter, String objection) throws Exception {
        assertEquals(objection.isEmpty() ? 0 : 0x80, tx.subscribe(filter, 0));
        if (!objection.isEmpty()) {
            assertTrue(lastRefusedFilter().contains(objection), lastRefusedFilter());
        }
    }

    @Test
    void neitherKnowsQos2() throws Exception {
        assertEquals(0x80, ali.subscribe("/a1TestKey01/dev1/user/get", 2));
        assertEquals(0x80, tx.subscribe("ABCDEFGHIJ/d1/data", 2));
        assertEquals(
                "closed",
                ali.publish(0x34, "/a1TestKey01/dev1/user/update", "x").receive());
        assertTrue(dropped(0).contains("QoS 2"), dropped(0));
    }

    @Test
    void aliyunEndsWhoPublishesOnAForeignTopic() throws Exception {
        assertEquals("closed", ali.publish("/a1TestKey01/dev2/user/update", "x").receive());
        assertTrue(dropped(0).contains("\"dev2\" is not its name"), dropped(0));
        Event.MqttDisconnect gone = sandbox.journal().await(Event.MqttDisconnect.class, e -> true, SOON);
        assertEquals("its message on \"/a1TestKey01/dev2/user/update\" was refused", gone.reason());
    }

    @Test
    void tencentDropsAForeignMessageAndATooLargeOne() throws Exception {
        tx.publish("ABCDEFGHIJ/d2/data", "x");
        tx.publish("ABCDEFGHIJ/d1/data", "x".repeat(16 * 1024 + 1));
        tx.publish("ABCDEFGHIJ/d1/data", "x".repeat(16 * 1024));
        assertTrue(tx.ping());
        assertTrue(dropped(0).contains("\"d2\" is not its name"), dropped(0));
        assertTrue(dropped(1).contains("16385 bytes are more than Tencent takes, 16384"), dropped(1));
        assertEquals(1, sandbox.journal().events(Event.MqttPublish.class).size());
    }

    @Test
    void aliyunTakesUpTo256Kib() throws Exception {
        ali.publish("/a1TestKey01/dev1/user/update", "x".repeat(256 * 1024));
        assertTrue(ali.ping());
        assertEquals(
                "closed",
                ali.publish("/a1TestKey01/dev1/user/update", "x".repeat(256 * 1024 + 1))
                        .receive());
    }

    @Test
    void retainsNothing() throws Exception {
        ali.publish(0x31, "/a1TestKey01/dev1/user/get", "kept?");
        assertEquals(0, ali.subscribe("/a1TestKey01/dev1/user/get", 0));
        sandbox.aliyun().send("/a1TestKey01/dev1/user/get", Payload.of("sent"));
        assertEquals("/a1TestKey01/dev1/user/get sent", ali.receive());
        List<Event.CloudNote> notes = sandbox.journal().events(Event.CloudNote.class);
        assertEquals(1, notes.size());
        assertTrue(
                notes.get(0).text().startsWith("the retain flag is ignored"),
                notes.get(0).line());
    }

    @Test
    void aliyunRepliesToProperties() throws Exception {
        String post = "/sys/a1TestKey01/dev1/thing/event/property/post";
        ali.subscribe(post + "_reply", 0);
        ali.publish(
                post,
                "{\"id\":\"7\",\"version\":\"1.0\",\"params\":{\"t\":1.5},\"method\":\"thing.event.property.post\"}");
        assertEquals(
                post + "_reply {\"code\":200,\"data\":{},\"id\":\"7\",\"message\":\"success\","
                        + "\"method\":\"thing.event.property.post\",\"version\":\"1.0\"}",
                ali.receive());
        ali.publish(post, "{\"id\":\"8\",\"sys\":{\"ack\":0},\"params\":{}}");
        ali.publish(post, "not JSON");
        assertTrue(ali.receive().contains("\"code\":460"));
    }

    @Test
    void aliyunKeepsAShadow() throws Exception {
        ali.subscribe("/shadow/get/a1TestKey01/dev1", 0);
        ali.publish(
                "/shadow/update/a1TestKey01/dev1",
                "{\"method\":\"update\",\"state\":{\"reported\":{\"color\":\"red\"}},\"version\":1}");
        assertTrue(ali.receive().contains("\"payload\":{\"status\":\"success\",\"version\":1}"));
        ali.publish("/shadow/update/a1TestKey01/dev1", "{\"method\":\"get\"}");
        assertTrue(ali.receive().contains("\"state\":{\"reported\":{\"color\":\"red\"},\"desired\":{}}"));
    }

    @Test
    void aliyunAsksByRrpc() throws Exception {
        ali.subscribe("/sys/a1TestKey01/dev1/rrpc/request/+", 0);
        CompletableFuture<Payload> answer =
                sandbox.aliyun().rrpc(new DeviceId(Clouds.PK, "dev1"), Payload.of("how are you?"));
        String[] request = ali.receive().split(" ", 2);
        assertEquals("how are you?", request[1]);
        ali.publish(request[0].replace("request", "response"), "fine");
        assertEquals("fine", answer.get(10, TimeUnit.SECONDS).text());
    }

    @Test
    void tencentRepliesToProperties() throws Exception {
        String up = "$thing/up/property/ABCDEFGHIJ/d1";
        String down = "$thing/down/property/ABCDEFGHIJ/d1";
        tx.subscribe(down, 0);
        tx.publish(up, "{\"method\":\"report\",\"clientToken\":\"a-1\",\"params\":{\"lamp\":1}}");
        assertEquals(
                down + " {\"method\":\"report_reply\",\"clientToken\":\"a-1\",\"code\":0,\"status\":\"success\"}",
                tx.receive());
        tx.publish(up, "{\"method\":\"get_status\",\"clientToken\":\"a-2\"}");
        assertEquals(
                down + " {\"method\":\"get_status_reply\",\"clientToken\":\"a-2\",\"code\":0,\"status\":\"success\","
                        + "\"data\":{\"reported\":{\"lamp\":1}}}",
                tx.receive());
        CompletableFuture<Payload> answer =
                sandbox.tencent().control(new DeviceId(Clouds.PID, "d1"), Map.of("lamp", 0));
        Map<String, Object> control =
                Json.object(Payload.of(tx.receive().split(" ", 2)[1])).orElseThrow();
        assertEquals("control", control.get("method"));
        tx.publish(
                up,
                Json.text(Json.of("method", "control_reply", "clientToken", control.get("clientToken"), "code", 0)));
        assertTrue(answer.get(10, TimeUnit.SECONDS).text().contains("control_reply"));
    }

    @Test
    void tencentRepliesToEventsAndShadow() throws Exception {
        tx.subscribe("$thing/down/event/ABCDEFGHIJ/d1", 0);
        tx.publish(
                "$thing/up/event/ABCDEFGHIJ/d1", "{\"method\":\"event_post\",\"clientToken\":\"e\",\"eventId\":\"x\"}");
        assertTrue(tx.receive().contains("{\"method\":\"event_reply\",\"clientToken\":\"e\",\"code\":0"));
        tx.subscribe("$shadow/operation/result/ABCDEFGHIJ/d1", 0);
        tx.publish(
                "$shadow/operation/ABCDEFGHIJ/d1",
                "{\"type\":\"update\",\"state\":{\"reported\":{\"a\":1}},\"version\":0,\"clientToken\":\"s\"}");
        assertTrue(
                tx.receive().contains("\"payload\":{\"state\":{\"reported\":{\"a\":1},\"desired\":{}},\"version\":1}"));
    }

    @Test
    void losesAChosenPuback() throws Exception {
        sandbox.aliyun().mqtt().dropNextPuback();
        ali.publish(0x32, "/a1TestKey01/dev1/user/update", "x");
        assertTrue(ali.ping());
        ali.publish(0x32, "/a1TestKey01/dev1/user/update", "x");
        assertArrayEquals(new byte[] {0x40, 2, 0, 9}, ali.next());
        assertEquals(2, sandbox.journal().events(Event.MqttPublish.class).size());
    }

    @Test
    void listsTheDevices() {
        List<String> lines = sandbox.aliyun().devices().stream()
                .map(state -> "%s %s %s".formatted(state.id(), state.state(), state.online()))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "demo-device&a1QpyDemo00 ACTIVATED false",
                        "dev1&a1TestKey01 ACTIVATED true",
                        "dev2&a1TestKey01 ACTIVATED false",
                        "fresh&a1TestKey01 REGISTERED false"),
                lines);
    }

    private String lastRefusedFilter() {
        List<Event.MqttSubscribe> all = sandbox.journal().events(Event.MqttSubscribe.class);
        return Refusals.requireOrder(all.get(all.size() - 1).reason());
    }

    private String dropped(int index) {
        return Refusals.requireOrder(
                sandbox.journal().events(Event.MqttDropped.class).get(index).reason());
    }
}
