package io.qpy.sandbox.mqtt;

import java.util.List;

/** The answer to a log-in. */
public sealed interface Verdict {
    /**
     * A device has one session and one connection, whatever client ids it uses: a second log-in ends the first.
     *
     * @param welcome is sent right after the CONNACK, subscribed to or not
     */
    record Accepted(String device, TopicRules rules, Responder responder, List<Message> welcome) implements Verdict {
        public Accepted answeredBy(Responder answers) {
            return new Accepted(device, rules, answers, welcome);
        }

        public Accepted welcomedWith(Message message) {
            return new Accepted(device, rules, responder, List.of(message));
        }
    }

    /**
     * Not let in.
     *
     * @param code of CONNACK, 1 to 5
     * @param field which is wrong, empty for none
     * @param reason for the journal: the field, the probable cause, then where to look
     */
    record Refused(int code, String field, String reason) implements Verdict {
        public Refused {
            if (code < 1 || code > 5) {
                throw new IllegalArgumentException("a CONNACK code that refuses is 1 to 5, not " + code);
            }
        }
    }

    static Accepted accept(String device, TopicRules rules) {
        return new Accepted(device, rules, Responder.SILENT, List.of());
    }

    static Refused refuse(int code, String reason) {
        return new Refused(code, "", reason);
    }
}
