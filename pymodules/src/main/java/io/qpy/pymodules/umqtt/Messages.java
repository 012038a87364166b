package io.qpy.pymodules.umqtt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.MqttTopic;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttConnect;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPublish;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttSubscribe;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttUnsubscribe;

/**
 * Paho's messages that have texts in them, which {@link MqttText} writes. Each is refused with an IllegalArgumentException
 * before anything of it is sent.
 */
final class Messages {
    private Messages() {}

    /** @param will null for none */
    static MqttConnect connect(Settings settings, boolean cleanSession, Will will) {
        return new Connect(settings, cleanSession, will);
    }

    static MqttPublish publish(String topic, MqttMessage message) {
        MqttTopic.validate(topic, false);
        return new Publish(topic, message);
    }

    static MqttSubscribe subscribe(String topic, int qos) {
        MqttTopic.validate(topic, true);
        return new Subscribe(topic, qos);
    }

    static MqttUnsubscribe unsubscribe(String topic) {
        MqttTopic.validate(topic, true);
        return new Unsubscribe(topic);
    }

    private static final class Connect extends MqttConnect {
        private final byte[] payload;

        Connect(Settings settings, boolean cleanSession, Will will) {
            super(
                    settings.clientId(),
                    settings.version(),
                    cleanSession,
                    settings.keepaliveSeconds(),
                    settings.user(),
                    settings.password() == null ? null : settings.password().toCharArray(),
                    will == null ? null : will.message(),
                    will == null ? null : will.topic());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(MqttText.encode(settings.clientId()));
            if (will != null) {
                bytes.writeBytes(MqttText.encode(will.topic()));
                bytes.writeBytes(MqttText.encode(will.message().getPayload()));
            }
            if (settings.user() != null) {
                bytes.writeBytes(MqttText.encode(settings.user()));
            }
            if (settings.user() != null && settings.password() != null) {
                bytes.writeBytes(MqttText.encode(settings.password().getBytes(StandardCharsets.UTF_8)));
            }
            payload = bytes.toByteArray();
        }

        @Override
        public byte[] getPayload() {
            return payload.clone();
        }
    }

    private static final class Publish extends MqttPublish {
        private final byte[] topic;

        Publish(String topic, MqttMessage message) {
            super(topic, message);
            this.topic = MqttText.encode(topic);
        }

        @Override
        protected byte[] getVariableHeader() {
            if (getMessage().getQos() == 0) {
                return topic.clone();
            }
            return ByteBuffer.allocate(topic.length + Short.BYTES)
                    .put(topic)
                    .putShort((short) getMessageId())
                    .array();
        }
    }

    private static final class Subscribe extends MqttSubscribe {
        private final byte[] payload;

        Subscribe(String topic, int qos) {
            super(new String[] {topic}, new int[] {qos});
            byte[] text = MqttText.encode(topic);
            payload = ByteBuffer.allocate(text.length + 1)
                    .put(text)
                    .put((byte) qos)
                    .array();
        }

        @Override
        public byte[] getPayload() {
            return payload.clone();
        }
    }

    private static final class Unsubscribe extends MqttUnsubscribe {
        private final byte[] payload;

        Unsubscribe(String topic) {
            super(new String[] {topic});
            payload = MqttText.encode(topic);
        }

        @Override
        public byte[] getPayload() {
            return payload.clone();
        }
    }
}
