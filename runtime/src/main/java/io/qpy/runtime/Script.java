package io.qpy.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program for the device.
 *
 * @param name as tracebacks show it, for instance {@code main.py}
 * @param source its text
 * @param arguments {@code sys.argv} after the name
 */
public record Script(String name, String source, List<String> arguments) {
    public Script {
        arguments = List.copyOf(arguments);
    }

    public static Script of(String name, String source) {
        return new Script(name, source, List.of());
    }

    /** Whether a script of that name has tests in it: {@code test_x.py}, {@code x_test.py}. */
    public static boolean isTest(String name) {
        return name.endsWith("_test.py") || (name.startsWith("test_") && name.endsWith(".py"));
    }

    /**
     * Reads a file of UTF-8 text, with or without a byte order mark.
     *
     * @throws CharacterCodingException when it is in another encoding; the message says where
     */
    public static Script read(Path file, List<String> arguments) throws IOException {
        String name = file.getFileName().toString();
        return new Script(name, decode(name, Files.readAllBytes(file)), arguments);
    }

    /** A file's bytes as a script.
     *
     * @throws NotUtf8Exception when they are in another encoding
     */
    public static Script decode(Path file, byte[] bytes) throws CharacterCodingException {
        String name = file.getFileName().toString();
        return of(name, decode(name, bytes));
    }

    /** Decodes a source file; the name is for the message. */
    public static String decode(String name, byte[] bytes) throws CharacterCodingException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw new NotUtf8Exception(name, text, bytes[in.position()]);
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** A file that is not UTF-8, and where its first byte stands that is not. */
    public static final class NotUtf8Exception extends CharacterCodingException {
        private static final long serialVersionUID = 1L;

        private final String message;
        private final int line;
        private final int column;
        private final byte unexpected;

        NotUtf8Exception(String name, String before, byte unexpected) {
            this.line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            this.column = before.length() - before.lastIndexOf('\n');
            this.unexpected = unexpected;
            message = String.format(
                    "%s:%d:%d: byte 0x%02x is not UTF-8 (GBK, perhaps): save the file as UTF-8",
                    name, line, column, unexpected);
        }

        /** From 1. */
        public int line() {
            return line;
        }

        /** From 1, in characters. */
        public int column() {
            return column;
        }

        public byte unexpected() {
            return unexpected;
        }

        @Override
        public String getMessage() {
            return message;
        }
    }
}
