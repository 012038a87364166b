package io.qpy.repl.serve;

import io.qpy.repl.board.Port;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Telnet with the option of RFC 2217, by which a client sets the speed of a serial line and its signals. A simulated
 * device has no line: whatever is set is acknowledged, and the carrier is always there.
 */
final class Rfc2217 implements LineProtocol {
    private static final int IAC = 255;
    private static final int DONT = 254;
    private static final int DO = 253;
    private static final int WONT = 252;
    private static final int WILL = 251;
    private static final int SB = 250;
    private static final int SE = 240;

    private static final int BINARY = 0;
    private static final int ECHO = 1;
    private static final int SUPPRESS_GO_AHEAD = 3;
    private static final int COM_PORT = 44;

    private static final int SIGNATURE = 0;
    private static final int PURGE_DATA = 12;
    private static final int FROM_SERVER = 100;
    private static final int NOTIFY_MODEMSTATE = 107;
    private static final int LONGEST_NEGOTIATION = 256;

    /** Carrier, ring off, data set ready, clear to send. */
    private static final int MODEM_READY = 0xb0;

    private enum State {
        DATA,
        COMMAND,
        OPTION,
        NEGOTIATION,
        NEGOTIATION_COMMAND
    }

    private final OutputStream client;
    private final boolean[] agreed = new boolean[512];
    private final ByteArrayOutputStream negotiation = new ByteArrayOutputStream();
    private State state = State.DATA;
    private int command;

    Rfc2217(OutputStream client) {
        this.client = client;
    }

    @Override
    public OutputStream encoder() {
        return new FilterOutputStream(client) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ByteArrayOutputStream escaped = new ByteArrayOutputStream(length + 16);
                for (int i = offset; i < offset + length; i++) {
                    escaped.write(bytes[i]);
                    if ((bytes[i] & 0xff) == IAC) {
                        escaped.write(IAC);
                    }
                }
                send(escaped.toByteArray());
            }

            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }
        };
    }

    private void send(byte... bytes) throws IOException {
        synchronized (client) {
            client.write(bytes);
            client.flush();
        }
    }

    private void sendAll(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        try {
            send(bytes);
        } catch (IOException e) {
            // The client is gone, which the reader of its bytes notices.
        }
    }

    @Override
    public boolean decode(byte[] bytes, int length, Port port) {
        ByteArrayOutputStream data = new ByteArrayOutputStream(length);
        for (int i = 0; i < length; i++) {
            next(bytes[i] & 0xff, data);
        }
        return port.received(data.toByteArray(), 0, data.size());
    }

    private void next(int c, ByteArrayOutputStream data) {
        switch (state) {
            case DATA -> {
                if (c == IAC) {
                    state = State.COMMAND;
                } else {
                    data.write(c);
                }
            }
            case COMMAND -> command(c, data);
            case OPTION -> {
                option(command, c);
                state = State.DATA;
            }
            case NEGOTIATION -> {
                if (c == IAC) {
                    state = State.NEGOTIATION_COMMAND;
                } else {
                    keep(c);
                }
            }
            case NEGOTIATION_COMMAND -> {
                state = c == SE ? State.DATA : State.NEGOTIATION;
                if (c == SE) {
                    negotiate(negotiation.toByteArray());
                } else {
                    keep(c);
                }
            }
        }
    }

    private void keep(int c) {
        if (negotiation.size() < LONGEST_NEGOTIATION) {
            negotiation.write(c);
        }
    }

    private void command(int c, ByteArrayOutputStream data) {
        command = c;
        state = State.DATA;
        if (c == IAC) {
            data.write(IAC);
        } else if (c == SB) {
            negotiation.reset();
            state = State.NEGOTIATION;
        } else if (c >= WILL) {
            state = State.OPTION;
        }
    }

    /** Agrees once to each option that a serial line over telnet needs, and declines the others. */
    private void option(int verb, int option) {
        boolean known = option == BINARY || option == ECHO || option == SUPPRESS_GO_AHEAD || option == COM_PORT;
        if (verb == DO) {
            answer(option, known ? WILL : WONT, option);
        } else if (verb == WILL) {
            answer(256 + option, known && option != ECHO ? DO : DONT, option);
        }
        if (option == COM_PORT && (verb == DO || verb == WILL)) {
            sendAll(IAC, SB, COM_PORT, NOTIFY_MODEMSTATE, MODEM_READY, IAC, SE);
        }
    }

    private void answer(int key, int verb, int option) {
        if (!agreed[key]) {
            agreed[key] = true;
            sendAll(IAC, verb, option);
        }
    }

    /** Acknowledges a setting with its own value. */
    private void negotiate(byte[] message) {
        if (message.length < 2 || message[0] != COM_PORT || message[1] < 0 || message[1] > PURGE_DATA) {
            return;
        }
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        reply.writeBytes(new byte[] {(byte) IAC, (byte) SB, COM_PORT, (byte) (FROM_SERVER + message[1])});
        byte[] value = message[1] == SIGNATURE && message.length == 2
                ? new byte[] {'q', 'p', 'y'}
                : java.util.Arrays.copyOfRange(message, 2, message.length);
        for (byte each : value) {
            reply.write(each);
            if ((each & 0xff) == IAC) {
                reply.write(IAC);
            }
        }
        reply.writeBytes(new byte[] {(byte) IAC, (byte) SE});
        try {
            send(reply.toByteArray());
        } catch (IOException e) {
            // As above.
        }
    }
}
