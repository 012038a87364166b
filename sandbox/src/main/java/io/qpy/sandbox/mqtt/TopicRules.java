package io.qpy.sandbox.mqtt;

import java.util.Optional;

/** What one session may do. An objection says why not, for the journal. */
public interface TopicRules {
    TopicRules ANYTHING = new TopicRules() {};

    /** A refused message is acknowledged and dropped, as MQTT 3.1.1 section 3.3.5 allows, or {@link #refusalEnds}. */
    default Optional<String> objectionToPublish(Message message) {
        return Optional.empty();
    }

    /** Whether a message that is refused ends the connection. */
    default boolean refusalEnds() {
        return false;
    }

    /** Asked when the client is gone. */
    default Optional<String> objectionToWill(Message will) {
        return objectionToPublish(will);
    }

    /** Whether the retain flag is honoured; if not, the message is passed on without it. */
    default boolean retains() {
        return true;
    }

    /** A refused filter is answered with 0x80. */
    default Optional<String> objectionToSubscribe(String filter, int qos) {
        return Optional.empty();
    }
}
