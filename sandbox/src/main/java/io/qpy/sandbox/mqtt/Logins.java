package io.qpy.sandbox.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.qpy.sandbox.journal.Payload;
import java.util.Optional;

/** Reads a {@link Login} from a CONNECT packet. */
final class Logins {
    static final int MQTT_3_1_1 = 4;

    private Logins() {}

    /** What makes the packet a protocol violation, which is answered by closing the connection. */
    static Optional<String> flaw(MqttConnectMessage packet) {
        MqttConnectVariableHeader header = packet.variableHeader();
        if (header.isWillFlag() && !TopicFilter.isTopicName(packet.payload().willTopic())) {
            return Optional.of("the will's topic is no topic name");
        }
        if (header.isWillFlag() ? header.willQos() > 2 : header.willQos() > 0 || header.isWillRetain()) {
            return Optional.of("the will's flags do not fit each other");
        }
        if (header.hasPassword() && !header.hasUserName() && header.version() == MQTT_3_1_1) {
            return Optional.of("a password without a user name");
        }
        return Optional.empty();
    }

    static Login of(MqttConnectMessage packet, boolean tls, Optional<String> serverName) {
        MqttConnectVariableHeader header = packet.variableHeader();
        MqttConnectPayload payload = packet.payload();
        return new Login(
                payload.clientIdentifier(),
                Optional.ofNullable(payload.userName()),
                Optional.ofNullable(payload.passwordInBytes()).map(Payload::of),
                header.isWillFlag() ? Optional.of(will(header, payload)) : Optional.empty(),
                header.version(),
                header.keepAliveTimeSeconds(),
                header.isCleanSession(),
                tls,
                serverName);
    }

    private static Message will(MqttConnectVariableHeader header, MqttConnectPayload payload) {
        return new Message(
                payload.willTopic(), Payload.of(payload.willMessageInBytes()), header.willQos(), header.isWillRetain());
    }
}
