package io.qpy.sandbox.cloud.tencent;

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

/** What the cloud answers on its standard topics (facts.md 4.15, 4.16). Reactor's thread only. */
final class TencentReplies {
    private static final int BAD_REQUEST = 400;

    private final Clock clock;
    private final Pending pending;
    private final TencentSubDevices subDevices;
    private final TencentSystem system;
    private final Shadows properties = new Shadows();
    private final Shadows shadows = new Shadows();

    TencentReplies(Clock clock, Pending pending, TencentSubDevices subDevices) {
        this.clock = clock;
        this.pending = pending;
        this.subDevices = subDevices;
        this.system = new TencentSystem(clock);
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
        Optional<Message> ofSystem = system.answer(id, message);
        if (ofSystem.isPresent()) {
            return List.of(ofSystem.get());
        }
        Map<String, Object> body = Json.object(message.payload()).orElse(Map.of());
        if (message.topic().equals(TencentTopics.thing("up", "property", id))) {
            return property(id, body, message.payload());
        }
        if (message.topic().equals(TencentTopics.thing("up", "event", id))) {
            return event(id, body);
        }
        return message.topic().equals(TencentTopics.shadow(id))
                ? List.of(reply(TencentTopics.shadowResult(id), shadow(id, body)))
                : List.of();
    }

    private List<Message> property(DeviceId id, Map<String, Object> body, Payload payload) {
        String method = Json.string(body, "method");
        Shadow known = properties.of(id);
        String down = TencentTopics.thing("down", "property", id);
        return switch (method) {
            case "report" -> {
                known.update(Json.of("reported", Json.object(body, "params")));
                yield List.of(reply(down, success(method, body)));
            }
            case "get_status" -> {
                Map<String, Object> answer = success(method, body);
                answer.put("data", Json.of("reported", Json.object(known.state(), "reported")));
                yield List.of(reply(down, answer));
            }
            case "report_info" -> List.of(reply(down, success(method, body)));
            case "control_reply" -> {
                pending.complete(Json.string(body, "clientToken"), payload);
                yield List.of();
            }
            default -> List.of();
        };
    }

    /** The sandbox has no data template: it knows every event. */
    private static List<Message> event(DeviceId id, Map<String, Object> body) {
        String kind =
                switch (Json.string(body, "method")) {
                    case "event_post" -> "event";
                    case "events_post" -> "events";
                    default -> "";
                };
        return kind.isEmpty()
                ? List.of()
                : List.of(reply(TencentTopics.thing("down", "event", id), success(kind, body)));
    }

    private static Map<String, Object> success(String method, Map<String, Object> body) {
        return Json.of(
                "method",
                method + "_reply",
                "clientToken",
                Json.string(body, "clientToken"),
                "code",
                0,
                "status",
                "success");
    }

    private Map<String, Object> shadow(DeviceId id, Map<String, Object> body) {
        String type = Json.string(body, "type");
        Shadow shadow = shadows.of(id);
        boolean known = true;
        switch (type) {
            case "update" -> shadow.update(Json.object(body, "state"));
            case "delete" -> shadow.clear();
            default -> known = type.equals("get");
        }
        return Json.of(
                "type", type,
                "result", known ? 0 : BAD_REQUEST,
                "timestamp", clock.millis(),
                "clientToken", Json.string(body, "clientToken"),
                "payload", Json.of("state", shadow.state(), "version", shadow.version()));
    }

    private static Message reply(String topic, Map<String, Object> body) {
        return new Message(topic, Payload.of(Json.text(body)), 0, false);
    }
}
