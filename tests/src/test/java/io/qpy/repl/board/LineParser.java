package io.qpy.repl.board;

import io.qpy.device.console.Keys;
import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.util.List;

/** What is typed at a board's prompt: text in UTF-8, control characters and the escape sequences of keys. */
public final class LineParser implements Parser {
    @Override
    public List<byte[]> seeds() {
        return Seeds.bytes(
                "print(1)\r",
                "if x:\r  y\r\r",
                "a\033[D\033[Cb\033[A\033[B\033[H\033[F\033[3~\177\010\r",
                "\344\275\240\360\237\230\200\177\r",
                "\001\002\003\004\005");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes(
                "\033",
                "\033[",
                "\033O",
                "\033[1;5D",
                "\033[99999999999",
                "\r",
                "\n",
                "\t",
                "\177",
                "\010",
                "\025",
                "\013",
                "\027",
                "\016",
                "\020",
                "\360\237\230\200",
                "\377",
                "\033b",
                "\033f",
                "\033d");
    }

    @Override
    public String parse(byte[] input) throws Exception {
        Port port = new Port();
        boolean ignored = port.received(input, 0, input.length);
        port.close();
        StringBuilder ends = new StringBuilder();
        int end;
        do {
            LineEditor.Typed typed = port.editor().read(">>> ", "", Completing.NOTHING);
            end = typed.end();
            ends.append(ends.length() < 12 ? end + (typed.text().isEmpty() ? "" : "t") : "");
        } while (end != Keys.END);
        return ends.toString();
    }
}
