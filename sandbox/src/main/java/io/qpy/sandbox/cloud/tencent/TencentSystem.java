package io.qpy.sandbox.cloud.tencent;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.Json;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.mqtt.Message;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tencent's answers about the cloud itself: the time ({@code $sys}), firmware ({@code $ota}), remote configuration ({@code $config}) and the
 * level of logs ({@code $log}).
 */
final class TencentSystem {
    private final Clock clock;

    TencentSystem(Clock clock) {
        this.clock = clock;
    }

    Optional<Message> answer(DeviceId id, Message message) {
        Map<String, Object> body = Json.object(message.payload()).orElse(Map.of());
        String type = Json.string(body, "type");
        String topic = message.topic();
        if (topic.equals(TencentTopics.of("$sys/operation", id)) && type.equals("get")) {
            return reply("$sys/operation/result", id, time(body));
        }
        if (topic.equals(TencentTopics.of("$ota/report", id)) && type.equals("report_version")) {
            return reply("$ota/update", id, version(body));
        }
        if (topic.equals(TencentTopics.of("$config/report", id)) && type.equals("get")) {
            return reply("$config/operation/result", id, configuration());
        }
        return topic.equals(TencentTopics.of("$log/operation", id)) && type.equals("get_log_level")
                ? reply("$log/operation/result", id, logLevel(body))
                : Optional.empty();
    }

    private Map<String, Object> time(Map<String, Object> body) {
        Map<String, Object> time = Json.of("type", "get");
        if (body.get("resource") instanceof List<?> wanted && wanted.contains("time")) {
            time.put("time", clock.millis() / 1000);
            time.put("ntptime1", clock.millis());
            time.put("ntptime2", clock.millis());
        }
        return time;
    }

    private static Map<String, Object> version(Map<String, Object> body) {
        return Json.of(
                "type",
                "report_version_rsp",
                "version",
                Json.string(Json.object(body, "report"), "version"),
                "result_code",
                0,
                "result_msg",
                "success");
    }

    /** The sandbox's console sets none. */
    private Map<String, Object> configuration() {
        return Json.of("type", "reply", "result", 0, "timestamp", clock.millis() / 1000, "payload", Map.of());
    }

    /** 0: the device reports no logs. */
    private Map<String, Object> logLevel(Map<String, Object> body) {
        return Json.of(
                "type",
                "get_log_level",
                "log_level",
                0,
                "timestamp",
                clock.millis() / 1000,
                "clientToken",
                Json.string(body, "clientToken"));
    }

    private static Optional<Message> reply(String topic, DeviceId id, Map<String, Object> body) {
        return Optional.of(new Message(TencentTopics.of(topic, id), Payload.of(Json.text(body)), 0, false));
    }
}
