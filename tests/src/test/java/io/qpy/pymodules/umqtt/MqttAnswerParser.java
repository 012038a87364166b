package io.qpy.pymodules.umqtt;

import io.qpy.device.time.Time;
import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;

/** What a broker sends the device. */
public final class MqttAnswerParser implements Parser {
    private static final String CONNACK = " \002\000\000";

    @Override
    public List<byte[]> seeds() {
        return Seeds.bytes(
                CONNACK,
                " \002\000\005",
                CONNACK + "\220\003\000\001\000" + "0\005\000\001aXY" + "@\002\200\000" + "\320\000",
                CONNACK + "2\006\000\001a\000\007Z" + "4\006\000\001a\000\011Z" + "b\002\000\011" + "\260\002\000\001");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes(
                "@\002\200\000",
                "\377\377\377\177",
                "0",
                "2",
                "4",
                "\377\377",
                "\000\000",
                "P\002",
                "p\002",
                "\340\000");
    }

    @Override
    public String parse(byte[] input) throws Exception {
        CompletableFuture<Void> spoken = CompletableFuture.completedFuture(null);
        BrokerInput broker = new BrokerInput(
                new ByteArrayInputStream(input), Time.real(), spoken, new Semaphore(1 << 20), new Publications());
        StringBuilder kinds = new StringBuilder();
        try {
            while (true) {
                MqttWireMessage message = MqttWireMessage.createWireMessage(packet(broker));
                kinds.append(kinds.length() < 10 ? message.getType() + " " : "");
            }
        } catch (IOException | MqttException | IllegalArgumentException e) {
            // The last for a topic that Paho does not take; IoThreads ends the connection for it.
            return kinds + Seeds.kind(e.getMessage());
        }
    }

    /** As Paho reads one: its header byte by byte, then the rest. */
    private static byte[] packet(BrokerInput broker) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(required(broker.read()));
        long length = 0;
        int shift = 0;
        int digit;
        do {
            digit = required(broker.read());
            packet.write(digit);
            length |= (long) (digit & 0x7F) << shift;
            shift += 7;
        } while (digit >= 0x80 && shift < 28);
        byte[] rest = new byte[(int) length];
        if (broker.readNBytes(rest, 0, rest.length) < rest.length) {
            throw new EOFException();
        }
        packet.writeBytes(rest);
        return packet.toByteArray();
    }

    private static int required(int read) throws EOFException {
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }
}
