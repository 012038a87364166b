package io.qpy.pymodules.umqtt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/**
 * A packet that {@code wait_msg} delivers.
 *
 * @param source where it came from, for the acknowledgement
 * @param topic null for a PINGRESP
 */
record Packet(Connection source, String topic, MqttMessage message) {
    static Packet pingResponse() {
        return new Packet(null, null, null);
    }

    boolean isMessage() {
        return topic != null;
    }

    /** For the facade: {@code [topic, message, qos]} in bytes, an empty list for a PINGRESP. */
    List<Object> fields() {
        return isMessage()
                ? List.of(topic.getBytes(StandardCharsets.UTF_8), message.getPayload(), message.getQos())
                : List.of();
    }
}
