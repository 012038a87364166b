package io.qpy.sandbox.mqtt;

/** The answer to a log-in. */
public sealed interface Verdict {
    /** A device has one session and one connection, whatever client ids it uses: a second log-in ends the first. */
    record Accepted(String device, TopicRules rules) implements Verdict {}

    /** The CONNACK code, 1 to 5, and for the journal which field is wrong and why. */
    record Refused(int code, String reason) implements Verdict {
        public Refused {
            if (code < 1 || code > 5) {
                throw new IllegalArgumentException("a CONNACK code that refuses is 1 to 5, not " + code);
            }
        }
    }

    static Verdict accept(String device, TopicRules rules) {
        return new Accepted(device, rules);
    }

    static Verdict refuse(int code, String reason) {
        return new Refused(code, reason);
    }
}
