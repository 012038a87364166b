package io.qpy.serial;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** What a telnet client sends. */
public final class Rfc2217Parser implements Parser {
    @Override
    public List<byte[]> seeds() {
        return Seeds.bytes(
                "print(1)\r\n",
                "\377\375\054\377\373\000\377\372\054\001\000\001\302\000\377\360x",
                "\377\372\054\000\377\360\377\377\377\361\377\376\001\377\374\003");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes("\377", "\377\372", "\377\360", "\377\372\054", "\377\375", "\377\373", "\003");
    }

    @Override
    public String parse(byte[] input) {
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        new Rfc2217Server(client).decode(input, input.length, data::write);
        if (client.size() > 16 + 8 * input.length) {
            throw new AssertionError(client.size() + " bytes for an answer");
        }
        return Integer.numberOfLeadingZeros(data.size()) + " " + Integer.numberOfLeadingZeros(client.size());
    }
}
