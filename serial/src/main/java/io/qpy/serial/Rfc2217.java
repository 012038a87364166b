package io.qpy.serial;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Telnet with the option of RFC 2217, by which a client sets the speed of a serial line and its signals: what both sides
 * share.
 */
abstract class Rfc2217 implements Protocol {
    static final int IAC = 255;
    static final int DONT = 254;
    static final int DO = 253;
    static final int WONT = 252;
    static final int WILL = 251;
    static final int SB = 250;
    static final int SE = 240;

    static final int BINARY = 0;
    private static final int ECHO = 1;
    static final int SUPPRESS_GO_AHEAD = 3;
    static final int COM_PORT = 44;

    private static final int LONGEST_NEGOTIATION = 256;

    private enum State {
        DATA,
        COMMAND,
        OPTION,
        NEGOTIATION,
        NEGOTIATION_COMMAND
    }

    private final OutputStream other;
    private final boolean[] agreed = new boolean[512];
    private final ByteArrayOutputStream negotiation = new ByteArrayOutputStream();
    private State state = State.DATA;
    private int command;

    Rfc2217(OutputStream other) {
        this.other = other;
    }

    @Override
    public final OutputStream encoder() {
        return new FilterOutputStream(other) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                send(escaped(bytes, offset, length));
            }

            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }
        };
    }

    private void send(byte... bytes) throws IOException {
        synchronized (other) {
            other.write(bytes);
            other.flush();
        }
    }

    /** Sends a command of telnet's. */
    final void command(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        try {
            send(bytes);
        } catch (IOException e) {
            // The other side is gone, which the reader of its bytes notices.
        }
    }

    /** Sends a command of RFC 2217's with its value. */
    final void negotiation(int number, byte... value) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {(byte) IAC, (byte) SB, COM_PORT, (byte) number});
        message.writeBytes(escaped(value, 0, value.length));
        message.writeBytes(new byte[] {(byte) IAC, (byte) SE});
        try {
            send(message.toByteArray());
        } catch (IOException e) {
            // As above.
        }
    }

    private static byte[] escaped(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream escaped = new ByteArrayOutputStream(length + 16);
        for (int i = offset; i < offset + length; i++) {
            escaped.write(bytes[i]);
            if ((bytes[i] & 0xff) == IAC) {
                escaped.write(IAC);
            }
        }
        return escaped.toByteArray();
    }

    /** Both sides have agreed to RFC 2217, or say so again. */
    abstract void agreed();

    /** The other side has sent a command of RFC 2217's: its number, and its value after that. */
    abstract void negotiated(byte[] message);

    @Override
    public final void decode(byte[] bytes, int length, LineOwner owner) {
        ByteArrayOutputStream data = new ByteArrayOutputStream(length);
        for (int i = 0; i < length; i++) {
            next(bytes[i] & 0xff, data);
        }
        if (data.size() > 0) {
            owner.received(data.toByteArray(), 0, data.size());
        }
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
            case COMMAND -> begin(c, data);
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
                    end(negotiation.toByteArray());
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

    private void begin(int c, ByteArrayOutputStream data) {
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
            agreed();
        }
    }

    private void answer(int key, int verb, int option) {
        if (!agreed[key]) {
            agreed[key] = true;
            command(IAC, verb, option);
        }
    }

    private void end(byte[] message) {
        if (message.length > 1 && message[0] == COM_PORT) {
            negotiated(Arrays.copyOfRange(message, 1, message.length));
        }
    }

    /** Offers an option, or asks for it; the other side's answer is not answered. */
    final void offer(int verb, int option) {
        answer(verb == DO ? 256 + option : option, verb, option);
    }
}
