package io.qpy.sandbox.cloud.aliyun;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.Json;
import io.qpy.sandbox.cloud.Pending;
import io.qpy.sandbox.cloud.Shadow;
import io.qpy.sandbox.cloud.Shadows;
import io.qpy.sandbox.cloud.SubDevices;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.mqtt.Message;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the cloud answers on its standard topics. Reactor's thread only. */
final class AliyunReplies {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int BAD_PARAMETER = 460;

    private final Clock clock;
    private final Pending pending;
    private final AliyunSubDevices subDevices;
    private final Shadows shadows = new Shadows();

    AliyunReplies(Clock clock, Pending pending, AliyunSubDevices subDevices) {
        this.clock = clock;
        this.pending = pending;
        this.subDevices = subDevices;
    }

    /** For a device and for those behind it. */
    List<Message> answers(DeviceId id, SubDevices behind, Message message) {
        Optional<Message> ofGateway = subDevices.answer(id, behind, message);
        return ofGateway.isPresent()
                ? List.of(ofGateway.get())
                : Stream.concat(Stream.of(id), behind.all())
                        .map(each -> answers(each, message))
                        .filter(answers -> !answers.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    private List<Message> answers(DeviceId id, Message message) {
        String topic = message.topic();
        Optional<Map<String, Object>> body = Json.object(message.payload());
        if (topic.startsWith(AliyunTopics.system(id, "rrpc/response/"))) {
            pending.complete(topic, message.payload());
            return List.of();
        }
        if (topic.startsWith(AliyunTopics.system(id, "thing/")) && !topic.endsWith("_reply")) {
            return thing(topic, body);
        }
        if (topic.equals(AliyunTopics.shadow("update", id))) {
            return List.of(reply(AliyunTopics.shadow("get", id), shadow(id, body.orElse(Map.of()))));
        }
        return topic.equals(AliyunTopics.ntp(id, "request"))
                ? List.of(reply(AliyunTopics.ntp(id, "response"), time(body.orElse(Map.of()))))
                : List.of();
    }

    /** Alink: {@code <topic>_reply} with the same id (facts.md 3.31, 3.32); {@code "sys":{"ack":0}} wants none. */
    private static List<Message> thing(String topic, Optional<Map<String, Object>> body) {
        Map<String, Object> request = body.orElse(Map.of());
        if (Json.string(Json.object(request, "sys"), "ack").equals("0")) {
            return List.of();
        }
        boolean understood = request.containsKey("id") && request.containsKey("params");
        String method = topic.substring(topic.indexOf("/thing/") + 1).replace('/', '.');
        return List.of(reply(
                topic + "_reply",
                Json.of(
                        "code",
                        understood ? OK : BAD_PARAMETER,
                        "data",
                        Map.of(),
                        "id",
                        Json.string(request, "id"),
                        "message",
                        understood ? "success" : "request parameter error",
                        "method",
                        method,
                        "version",
                        "1.0")));
    }

    private Map<String, Object> shadow(DeviceId id, Map<String, Object> request) {
        Shadow shadow = shadows.of(id);
        Map<String, Object> payload =
                switch (Json.string(request, "method")) {
                    case "update" -> {
                        shadow.update(Json.object(request, "state"));
                        yield Json.of("status", "success", "version", shadow.version());
                    }
                    case "get" -> Json.of("status", "success", "state", shadow.state(), "version", shadow.version());
                    case "delete" -> {
                        shadow.clear();
                        yield Json.of("status", "success", "version", shadow.version());
                    }
                    default ->
                        Json.of(
                                "status",
                                "error",
                                "content",
                                Json.of(
                                        "errorcode",
                                        String.valueOf(BAD_REQUEST),
                                        "errormessage",
                                        "method is none of update, get, delete"));
                };
        return Json.of("method", "reply", "payload", payload, "timestamp", clock.millis() / 1000);
    }

    private Map<String, Object> time(Map<String, Object> request) {
        String now = String.valueOf(clock.millis());
        return Json.of(
                "deviceSendTime", Json.string(request, "deviceSendTime"), "serverRecvTime", now, "serverSendTime", now);
    }

    private static Message reply(String topic, Map<String, Object> body) {
        return new Message(topic, Payload.of(Json.text(body)), 0, false);
    }
}
