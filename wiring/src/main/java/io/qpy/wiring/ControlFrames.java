package io.qpy.wiring;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What passes a {@link ControlSocket}. A request is the name of a command and its words; the answer is frames, of which {@link
 * #END} is the last. Each is one byte, its kind, and a block: its length in four bytes, then the bytes. Text is UTF-8.
 */
public final class ControlFrames {
    /** A line for the person. */
    public static final char LINE = 'l';

    /** A file's content. */
    public static final char FILE = 'f';

    /** Why it cannot be done: a line, before which its code stands with a blank. */
    public static final char REFUSED = 'r';

    /** This run has no such command. */
    public static final char ELSEWHERE = 'e';

    /** It is done. */
    public static final char END = '.';

    private static final int MOST_WORDS = 16;
    private static final int MOST_BYTES = 64 << 20;

    private ControlFrames() {}

    /** Writes a request. */
    public static void request(DataOutputStream out, List<String> words) throws IOException {
        out.writeInt(words.size());
        for (String word : words) {
            block(out, word.getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    static List<String> request(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 1 || count > MOST_WORDS) {
            throw new IOException("no request");
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(new String(block(in), StandardCharsets.UTF_8));
        }
        return words;
    }

    static void write(DataOutputStream out, char kind, byte... content) throws IOException {
        out.writeByte(kind);
        block(out, content);
        out.flush();
    }

    private static void block(DataOutputStream out, byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }

    /** Reads the block of a frame, whose kind has been read. */
    public static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("no block");
        }
        byte[] content = new byte[length];
        in.readFully(content);
        return content;
    }
}
