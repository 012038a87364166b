package io.qpy.pymodules.umqtt;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttConnack;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPingResp;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPubRel;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttPublish;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttSuback;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttUnsubAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;

/** What the broker says: a CONNACK, then one message after another. */
final class BrokerInput {
    /** The peer is no MQTT broker, or a confused one. */
    static final class NotMqtt extends IOException {
        private static final long serialVersionUID = 1L;

        NotMqtt(String what) {
            super(what + ": no MQTT broker?");
        }
    }

    /** The broker has refused CONNECT, with a code of CONNACK. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final int code;

        Refused(int code) {
            super("CONNACK code " + code);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    private static final int CONNACK_BYTES = 2;

    /** How every CONNACK begins: its type, and how many bytes follow. */
    private static final int[] CONNACK = {0x20, CONNACK_BYTES};

    /** More than a module's memory holds; a packet may announce 256 MB. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int MOST_LENGTH_BITS = 28;

    private final InputStream in;

    BrokerInput(InputStream in) {
        this.in = in;
    }

    /** The answer to CONNECT. */
    void readConnack() throws IOException {
        for (int expected : CONNACK) {
            int got = required();
            if (got != expected) {
                throw new NotMqtt(String.format("its answer to CONNECT is no CONNACK (got the byte 0x%02X)", got));
            }
        }
        int code = new MqttConnack((byte) 0, body(CONNACK_BYTES)).getReturnCode();
        if (code != 0) {
            throw new Refused(code);
        }
    }

    /** The next message; a PUBLISH is as a device would send it, as Paho's own does not take every topic. */
    MqttWireMessage read() throws IOException {
        int first = required();
        byte type = (byte) (first >> 4);
        byte flags = (byte) (first & 0x0F);
        byte[] body = body(length());
        return switch (type) {
            case MqttWireMessage.MESSAGE_TYPE_PUBLISH -> publication(flags, ByteBuffer.wrap(body));
            case MqttWireMessage.MESSAGE_TYPE_PUBACK -> new MqttPubAck(flags, identifier("PUBACK", body));
            case MqttWireMessage.MESSAGE_TYPE_PUBREL -> new MqttPubRel(flags, identifier("PUBREL", body));
            case MqttWireMessage.MESSAGE_TYPE_SUBACK -> new MqttSuback(flags, subscription(body));
            case MqttWireMessage.MESSAGE_TYPE_UNSUBACK -> new MqttUnsubAck(flags, identifier("UNSUBACK", body));
            case MqttWireMessage.MESSAGE_TYPE_PINGRESP -> new MqttPingResp(flags, body);
            default -> throw new NotMqtt(String.format("it sent a packet that begins with 0x%02X", first));
        };
    }

    private int required() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    /** Of what follows, the lowest seven bits first; the last byte is below 128. */
    private int length() throws IOException {
        int length = 0;
        int bits = 0;
        int read;
        do {
            read = required();
            length |= (read & 0x7F) << bits;
            bits += Byte.SIZE - 1;
        } while (read >= 0x80 && bits < MOST_LENGTH_BITS);
        if (read >= 0x80 || length > MOST_BYTES) {
            throw new NotMqtt("it announces a packet of " + length + " bytes" + (read >= 0x80 ? " and more" : ""));
        }
        return length;
    }

    private byte[] body(int length) throws IOException {
        byte[] body = new byte[length];
        if (in.readNBytes(body, 0, length) < length) {
            throw new EOFException();
        }
        return body;
    }

    private static byte[] identifier(String type, byte... body) throws NotMqtt {
        if (body.length != Short.BYTES) {
            throw new NotMqtt("it sent a " + type + " of " + body.length + " bytes, not of two");
        }
        return body;
    }

    private static byte[] subscription(byte... body) throws NotMqtt {
        if (body.length <= Short.BYTES) {
            throw new NotMqtt("it sent a SUBACK of " + body.length + " bytes");
        }
        return body;
    }

    private static MqttPublish publication(int flags, ByteBuffer body) throws NotMqtt {
        int qos = flags >> 1 & 3;
        try {
            ByteBuffer topic = body.slice(Short.BYTES, body.getShort() & 0xFFFF);
            body.position(topic.capacity() + Short.BYTES);
            int identifier = qos == 0 ? 0 : body.getShort() & 0xFFFF;
            byte[] payload = new byte[body.remaining()];
            body.get(payload);
            MqttMessage message = new MqttMessage(payload);
            message.setQos(qos);
            message.setId(identifier);
            MqttPublish publication = new MqttPublish(MqttText.decode(topic), message);
            publication.setMessageId(identifier);
            return publication;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new NotMqtt("it sent a PUBLISH that ends before its payload");
        }
    }
}
