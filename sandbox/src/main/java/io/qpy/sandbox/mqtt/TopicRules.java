package io.qpy.sandbox.mqtt;

import java.util.Optional;

/** What one session may do. An objection says why not, for the journal. */
public interface TopicRules {
    TopicRules ANYTHING = new TopicRules() {};

    /** A refused message is acknowledged and dropped, as MQTT 3.1.1 section 3.3.5 allows. */
    default Optional<String> objectionToPublish(Message message) {
        return Optional.empty();
    }

    /** A refused filter is answered with 0x80. */
    default Optional<String> objectionToSubscribe(String filter, int qos) {
        return Optional.empty();
    }
}
