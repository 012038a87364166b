package io.qpy.pymodules.umqtt;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

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
        BrokerInput broker = new BrokerInput(new ByteArrayInputStream(input));
        StringBuilder kinds = new StringBuilder();
        try {
            broker.readConnack();
            while (true) {
                int type = broker.read().getType();
                kinds.append(kinds.length() < 10 ? type + " " : "");
            }
        } catch (IOException | IllegalArgumentException e) {
            // The last for a topic that is no text; the connection ends for it.
            return kinds + Seeds.kind(e.getMessage());
        }
    }
}
