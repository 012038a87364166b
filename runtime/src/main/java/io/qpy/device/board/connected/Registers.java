package io.qpy.device.board.connected;

import io.qpy.device.time.Time;

/** A sensor of registers of a byte each: a write begins with the number of the first, a read goes on from it. */
abstract class Registers extends Sensor {
    private static final int BYTE = 0xFF;

    private int next;

    Registers(String kind, Quantities quantities, Time time) {
        super(kind, quantities, time);
    }

    /** What a register holds now. */
    abstract int get(int register);

    /** The script writes a register. */
    abstract void put(int register, int value);

    /** The first register, of the byte that names it. */
    int first(int named) {
        return named;
    }

    /** The register behind one, where more than one is read or written. */
    int after(int register) {
        return register + 1 & BYTE;
    }

    @Override
    public final boolean write(byte[] bytes) {
        if (bytes.length > 0) {
            next = first(bytes[0] & BYTE);
        }
        for (int i = 1; i < bytes.length; i++) {
            put(next, bytes[i] & BYTE);
            next = after(next);
        }
        return true;
    }

    @Override
    public final byte[] read(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) get(next);
            next = after(next);
        }
        return bytes;
    }

    @Override
    public void restart() {
        next = 0;
    }
}
