package io.qpy.repl.board;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.util.List;

/** Code that comes in raw-paste mode. */
public final class RawPasteParser implements Parser {
    @Override
    public List<byte[]> seeds() {
        return Seeds.bytes("print(1)\n\004", "x\003", "y".repeat(9000) + "\004", "\001\002\005A\001");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes("\001", "\002", "\003", "\004", "\005A\001");
    }

    @Override
    public String parse(byte[] input) throws Exception {
        Port port = new Port();
        boolean ignored = port.received(input, 0, input.length);
        port.close();
        RawPaste.Received received = new RawPaste(port).receive();
        if (received.code().size() > input.length) {
            throw new AssertionError("more than came");
        }
        return received.isCode() + " " + received.end() + " " + received.tooLong();
    }
}
