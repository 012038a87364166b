package io.qpy.pymodules.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeadOutputTest {
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final HeadOutput out =
            new HeadOutput(wire, "GET /\u00e9 HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void replacesTheHeadHoweverItIsCut() throws IOException {
        write("POST / HT");
        write("TP/1.1\r");
        out.write('\n');
        write("A: b\r\n\r");
        write("\nbody\n");
        write("\r\n\r\nmore");
        assertEquals("GET /\u00e9 HTTP/1.0\r\n\r\nbody\n\r\n\r\nmore", wire.toString(StandardCharsets.UTF_8));
    }
}
