package io.qpy.sandbox.mqtt;

import io.qpy.sandbox.journal.Payload;

/** An application message; QoS 0 to 2. */
public record Message(String topic, Payload payload, int qos, boolean retain) {
    Message withQos(int atMost) {
        return new Message(topic, payload, Math.min(qos, atMost), retain);
    }

    Message withRetain(boolean flag) {
        return flag == retain ? this : new Message(topic, payload, qos, flag);
    }
}
