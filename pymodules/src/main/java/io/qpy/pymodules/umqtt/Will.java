package io.qpy.pymodules.umqtt;

import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/** What the broker publishes when the device is lost. */
record Will(String topic, MqttMessage message) {
    /** @param given {@code [topic, message, qos, retain]}, or null, which gives null */
    static Will of(List<Object> given) {
        if (given == null) {
            return null;
        }
        MqttMessage message = new MqttMessage((byte[]) given.get(1));
        message.setQos((Integer) given.get(2));
        message.setRetained((Boolean) given.get(3));
        return new Will((String) given.get(0), message);
    }
}
