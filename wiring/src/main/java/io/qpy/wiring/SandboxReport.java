package io.qpy.wiring;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.sandbox.journal.Event;

/**
 * Tells the person what the sandbox has refused, and why: the part of its journal that explains a script's failure. With
 * {@code -v}, all of it.
 */
final class SandboxReport {
    private final Notices notices;
    private final boolean verbose;

    SandboxReport(Notices notices, boolean verbose) {
        this.notices = notices;
        this.verbose = verbose;
    }

    void on(Event event) {
        Code code = explaining(event);
        if (code != null || verbose) {
            notices.say(code != null ? code : Code.SANDBOX_SEEN, "sandbox: " + event.line());
        }
    }

    /** Null for what does not explain a failure. */
    private static Code explaining(Event event) {
        if (event instanceof Event.MqttRefused refused) {
            return ofField(refused.field());
        }
        if (event instanceof Event.CloudNote note) {
            return switch (note.kind()) {
                case NEWS -> null;
                case WARNING -> Code.CLOUD_NOTE;
                case REFUSAL -> Code.CLOUD_REGISTRATION;
            };
        }
        if (event instanceof Event.Rejected) {
            return Code.SANDBOX_PROTOCOL;
        }
        boolean refusedTopic =
                event instanceof Event.MqttSubscribe subscribe && subscribe.granted() == Event.MqttSubscribe.REFUSED;
        return refusedTopic || event instanceof Event.MqttDropped ? Code.CLOUD_TOPIC : null;
    }

    /** By the field of a log-in that is wrong. */
    private static Code ofField(String field) {
        return switch (field) {
            case "client id" -> Code.CLOUD_CLIENT_ID;
            case "user name", "client id and user name" -> Code.CLOUD_USER_NAME;
            case "password" -> Code.CLOUD_PASSWORD;
            case "keep-alive" -> Code.CLOUD_KEEP_ALIVE;
            default -> Code.MQTT_REFUSED;
        };
    }
}
