package io.qpy.sandbox.journal;

import java.util.List;
import java.util.Map;

/** One thing that a sandbox saw; {@link #line()} tells it to a person. */
public sealed interface Event {
    /** Characters of what a client has sent, where a sentence quotes it. */
    int BRIEF = 48;

    String line();

    /** A client logged in. {@code level} is 3 for MQTT 3.1 and 4 for 3.1.1; keep-alive in seconds, 0 is none. */
    record MqttConnect(
            String clientId, String user, int level, int keepAlive, boolean cleanSession, boolean tls, String peer)
            implements Event {
        @Override
        public String line() {
            return "mqtt %s connected from %s: user %s, level %d, keep-alive %d s, %s session%s"
                    .formatted(
                            quoted(clientId),
                            peer,
                            quoted(user),
                            level,
                            keepAlive,
                            cleanSession ? "clean" : "kept",
                            tls ? ", TLS" : "");
        }
    }

    /**
     * A log-in was answered with a CONNACK code other than 0.
     *
     * @param field which is wrong, empty for none
     * @param reason the field, the probable cause, then where to look
     */
    record MqttRefused(String clientId, String user, int code, String field, String reason) implements Event {
        @Override
        public String line() {
            return "mqtt %s refused with code %d: %s".formatted(named(clientId), code, reason);
        }
    }

    /** A client published, and it was passed on. */
    record MqttPublish(String clientId, String topic, Payload payload, int qos, boolean retain) implements Event {
        @Override
        public String line() {
            return "mqtt %s published %s to %s, QoS %d%s"
                    .formatted(quoted(clientId), payload, quoted(topic), qos, retain ? ", retained" : "");
        }
    }

    /** The answer to one filter of a SUBSCRIBE: the QoS granted, or 128 for refused, and then why. */
    record MqttSubscribe(String clientId, String filter, int granted, String reason) implements Event {
        public static final int REFUSED = 0x80;

        @Override
        public String line() {
            return granted == REFUSED
                    ? "mqtt %s may not subscribe to %s: %s".formatted(named(clientId), brief(filter), reason)
                    : "mqtt %s subscribed to %s, QoS %d".formatted(quoted(clientId), quoted(filter), granted);
        }
    }

    record MqttUnsubscribe(String clientId, String filter) implements Event {
        @Override
        public String line() {
            return "mqtt %s unsubscribed from %s".formatted(quoted(clientId), quoted(filter));
        }
    }

    /** A logged-in client is gone; {@code clean} if it said so itself, otherwise its will was published. */
    record MqttDisconnect(String clientId, boolean clean, String reason) implements Event {
        @Override
        public String line() {
            return "mqtt %s gone: %s".formatted(quoted(clientId), reason);
        }
    }

    /** A message was not passed on. */
    record MqttDropped(String clientId, String topic, String reason) implements Event {
        @Override
        public String line() {
            return "mqtt %s dropped a message on %s: %s".formatted(named(clientId), brief(topic), reason);
        }
    }

    /**
     * What a cloud has to say about a device ({@code name&product}) besides refusing its log-in.
     *
     * @param kind whether a person should see it even when not asking what the sandbox does
     */
    record CloudNote(String cloud, String device, String text, Kind kind) implements Event {
        public enum Kind {
            NEWS,
            WARNING,
            REFUSAL
        }

        @Override
        public String line() {
            return "%s %s: %s".formatted(cloud, brief(device), text);
        }
    }

    /** Header names are spelled as the client spelled them, in its order. */
    record HttpRequest(
            String method,
            String target,
            List<Map.Entry<String, String>> headers,
            Payload body,
            boolean tls,
            int status)
            implements Event {
        @Override
        public String line() {
            String sent = body.isEmpty() ? "" : " with " + body;
            return "%s %s %s%s: %d".formatted(tls ? "https" : "http", method, quoted(target), sent, status);
        }
    }

    /** A client's clock was answered. */
    record NtpRequest(String peer, int version) implements Event {
        @Override
        public String line() {
            return "ntp request of %s, version %d".formatted(peer, version);
        }
    }

    /** A handshake with an endpoint of {@code <endpoint>.tls.qpy.test}, and how it went. */
    record TlsNote(String endpoint, String text) implements Event {
        @Override
        public String line() {
            return "tls %s: %s".formatted(endpoint, text);
        }
    }

    /** What no service understands; the connection, if there was one, was closed. */
    record Rejected(String service, String peer, String reason) implements Event {
        @Override
        public String line() {
            return "%s rejected %s: %s".formatted(service, peer, reason);
        }
    }

    /** Of an Alibaba client id, what its device has chosen. */
    private static String named(String clientId) {
        return brief(clientId.split("\\|", 2)[0]);
    }

    /** Quoted, and what is longer than most names has only its beginning and its end, so that a line stays one. */
    static String brief(String text) {
        return text.length() <= BRIEF
                ? quoted(text)
                : quoted(text.substring(0, BRIEF - 16) + "…" + text.substring(text.length() - 12));
    }

    /** In quotes, on one line, without the control characters that move a terminal's cursor. */
    static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                shown.append('\\').append((char) c);
            } else if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.append('"').toString();
    }
}
