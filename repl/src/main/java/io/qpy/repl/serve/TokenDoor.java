package io.qpy.repl.serve;

import io.qpy.device.Code;
import io.qpy.device.Notice;
import io.qpy.serial.Doorkeeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Asks a client for the token before it is attached, if there is one. */
final class TokenDoor implements Doorkeeper {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LONGEST_TOKEN = 256;

    private final String token;

    TokenDoor(String token) {
        this.token = token;
    }

    @Override
    public boolean admits(Socket client) throws IOException {
        if (token == null || knowsToken(client)) {
            return true;
        }
        say(client, Notice.of(Code.SERVE_TOKEN, "wrong token"));
        return false;
    }

    private boolean knowsToken(Socket client) throws IOException {
        client.getOutputStream().write("token: ".getBytes(StandardCharsets.UTF_8));
        client.setSoTimeout(PATIENCE_MILLIS);
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        for (int c = client.getInputStream().read();
                c != '\n' && c != '\r';
                c = client.getInputStream().read()) {
            if (c < 0 || typed.size() == LONGEST_TOKEN) {
                return false;
            }
            typed.write(c);
        }
        client.setSoTimeout(0);
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), typed.toByteArray());
    }

    @Override
    public void busy(Socket client) throws IOException {
        say(client, Notice.of(Code.SERVE_BUSY, "another client is attached to this device"));
    }

    private static void say(Socket client, Notice notice) throws IOException {
        client.getOutputStream().write(("qpy: " + notice + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.shutdownOutput();
    }
}
