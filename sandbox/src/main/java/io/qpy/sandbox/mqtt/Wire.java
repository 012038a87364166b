package io.qpy.sandbox.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import java.util.List;

/** The packets that a broker sends to one client. */
final class Wire {
    private final Channel channel;

    Wire(Channel channel) {
        this.channel = channel;
    }

    /** False while the client leaves more unread than the channel's high-water mark, 64 KiB. */
    boolean writable() {
        return channel.isWritable();
    }

    long unreadBytes() {
        return channel.bytesBeforeWritable();
    }

    void accept(boolean sessionPresent) {
        send(MqttMessageBuilders.connAck()
                .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
                .sessionPresent(sessionPresent)
                .build());
    }

    /** Written by hand: the codec would answer an MQTT 5 client in MQTT 5, which this broker does not speak. */
    void refuse(int code) {
        ByteBuf connAck = Unpooled.wrappedBuffer(new byte[] {0x20, 2, 0, (byte) code});
        send(connAck);
    }

    void publish(Message message, int packetId, boolean dup) {
        MqttFixedHeader header =
                new MqttFixedHeader(MqttMessageType.PUBLISH, dup, MqttQoS.valueOf(message.qos()), message.retain(), 0);
        send(new MqttPublishMessage(
                header,
                new MqttPublishVariableHeader(message.topic(), packetId),
                Unpooled.wrappedBuffer(message.payload().bytes())));
    }

    void publishAck(int packetId) {
        send(MqttMessageType.PUBACK, packetId);
    }

    void publishReceived(int packetId) {
        send(MqttMessageType.PUBREC, packetId);
    }

    void release(int packetId) {
        send(MqttMessageType.PUBREL, packetId);
    }

    void complete(int packetId) {
        send(MqttMessageType.PUBCOMP, packetId);
    }

    void subscribeAck(int packetId, List<Integer> granted) {
        send(new MqttSubAckMessage(
                header(MqttMessageType.SUBACK),
                MqttMessageIdVariableHeader.from(packetId),
                new MqttSubAckPayload(granted)));
    }

    void unsubscribeAck(int packetId) {
        send(MqttMessageType.UNSUBACK, packetId);
    }

    void pong() {
        send(MqttMessage.PINGRESP);
    }

    private void send(MqttMessageType type, int packetId) {
        send(new MqttMessage(header(type), MqttMessageIdVariableHeader.from(packetId)));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what cannot be sent is lost with its connection
    private void send(Object packet) {
        channel.writeAndFlush(packet, channel.voidPromise());
    }

    private static MqttFixedHeader header(MqttMessageType type) {
        MqttQoS reserved = type == MqttMessageType.PUBREL ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
        return new MqttFixedHeader(type, false, reserved, false, 0);
    }
}
