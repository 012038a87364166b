package io.qpy.pymodules.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstLineTest {
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final FirstLine out = new FirstLine(wire, "GET /\u00e9 HTTP/1.0");

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void replacesTheLineHoweverItIsCut() throws IOException {
        write("POST / HT");
        write("TP/1.1\r");
        out.write('\n');
        write("A: b\r\n\r\nbody\n");
        assertEquals("GET /\u00e9 HTTP/1.0\r\nA: b\r\n\r\nbody\n", wire.toString(StandardCharsets.UTF_8));
    }

    @Test
    void replacesNoSecondLine() throws IOException {
        write("a\nb\nc");
        assertEquals("GET /\u00e9 HTTP/1.0\r\nb\nc", wire.toString(StandardCharsets.UTF_8));
    }
}
