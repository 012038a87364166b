package io.qpy.pymodules.hardware;

import io.qpy.device.Code;
import io.qpy.module.Command.Reply;
import io.qpy.module.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** {@code qpy board uart}: sends bytes to a port, and shows what the script has sent. */
final class UartCommand {
    private static final int HEX_LINE = 16;
    private static final int TEXT_LINE = 100;
    private static final long LOOK = 20; // ms

    private final UartVerbs port;

    UartCommand(UartVerbs port) {
        this.port = port;
    }

    /** The words: bytes to send in hexadecimal, or nothing; {@code hex} or {@code text}; how many ms to go on showing. */
    void answer(List<String> words, Reply reply) throws IOException, InterruptedException {
        byte[] bytes = HexFormat.of().parseHex(words.get(0));
        boolean inHex = words.get(1).equals("hex");
        long left = Long.parseLong(words.get(2));
        if (!port.isOpen() && (bytes.length > 0 || port.sentInAll() == 0)) {
            throw new Refusal(
                    Code.UART, port.name() + " is closed: the script has not opened it, or closed it (machine.UART)");
        }
        // What was sent before is shown to who only looks; who sends waits for what comes then.
        long seen = bytes.length > 0 ? port.sentInAll() : 0;
        port.send(bytes);
        do {
            byte[] fresh = port.sentSince(seen);
            seen = port.sentInAll();
            for (String line : inHex ? hex(fresh) : text(fresh)) {
                reply.line(line);
            }
            left -= LOOK;
        } while (left > 0 && reply.pause(LOOK));
    }

    private static List<String> hex(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += HEX_LINE) {
            lines.add(HexFormat.ofDelimiter(" ")
                    .formatHex(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + HEX_LINE))));
        }
        return lines;
    }

    /** As Python writes bytes, a line for each line feed. */
    private static List<String> text(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (byte each : bytes) {
            line.append(shown((char) (each & 0xFF)));
            if (each == '\n' || line.length() >= TEXT_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String shown(char each) {
        return switch (each) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default ->
                each >= ' ' && each < 0x7F ? String.valueOf(each) : String.format(Locale.ROOT, "\\x%02x", (int) each);
        };
    }
}
