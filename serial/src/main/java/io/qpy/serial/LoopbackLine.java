package io.qpy.serial;

import java.io.OutputStream;

/** A line whose two wires are joined: what is sent comes back, inside {@link #send}. */
final class LoopbackLine implements SerialLine {
    private final LineOwner owner;
    private volatile boolean closed;

    private LoopbackLine(LineOwner owner) {
        this.owner = owner;
    }

    static LoopbackLine open(LineOwner owner) {
        LoopbackLine line = new LoopbackLine(owner);
        owner.connected(new OutputStream() {
            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                line.send(bytes, offset, length);
            }
        });
        return line;
    }

    @Override
    public boolean send(byte[] bytes, int offset, int length) {
        if (closed) {
            return false;
        }
        owner.received(bytes.clone(), offset, length);
        return true;
    }

    @Override
    public boolean leadsOutside() {
        return false;
    }

    @Override
    public String toString() {
        return "loopback";
    }

    @Override
    public void close() {
        closed = true;
    }
}
