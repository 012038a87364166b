package io.qpy.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the sandbox says of its rest: asked, and without being asked again. */
class RestTest {
    private final Sandbox sandbox = Sandbox.create();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aSandboxThatHasNotBegunRests() {
        assertTrue(sandbox.isStillAtRest());
        assertTrue(sandbox.isAtRest());
    }

    @Test
    void itRestsStillWhenItWasAskedOnce() {
        InetSocketAddress address = sandbox.http().address();
        assertFalse(sandbox.isStillAtRest(), "nobody has asked");
        assertTrue(sandbox.isAtRest());
        assertTrue(sandbox.isStillAtRest());
        assertEquals(address, sandbox.http().address());
        assertTrue(sandbox.isStillAtRest());
    }

    @Test
    void whatAClientDoesEndsItsRest() throws IOException {
        InetSocketAddress address = sandbox.http().address();
        assertTrue(sandbox.isAtRest());
        try (Socket client = new Socket(address.getAddress(), address.getPort())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', client.getInputStream().read());
            assertFalse(sandbox.isStillAtRest());
            assertTrue(sandbox.isAtRest());
            assertTrue(sandbox.isStillAtRest());
        }
    }
}
