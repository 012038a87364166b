package io.qpy.device.board.connected;

import io.qpy.device.board.I2cDevice;
import io.qpy.device.time.Time;
import java.util.Arrays;

/**
 * An EEPROM of 256 bytes in pages of eight. A write ends in its page: what is more begins at the page's first byte again. Then
 * it does not acknowledge for 5 ms. It keeps what it holds without power.
 */
final class At24c02 implements I2cDevice {
    private static final int SIZE = 256;
    private static final int PAGE = 8;
    private static final int BYTE = 0xFF;
    private static final long WRITING = Time.millis(5);

    private final Time time;
    private final byte[] bytes = new byte[SIZE];
    private int next;
    private long ready;

    At24c02(Time time) {
        this.time = time;
        Arrays.fill(bytes, (byte) BYTE);
    }

    @Override
    public String kind() {
        return "at24c02";
    }

    private boolean isWriting() {
        return time.nanos() < ready;
    }

    @Override
    public boolean write(byte[] data) {
        if (isWriting()) {
            return false;
        }
        if (data.length > 0) {
            next = data[0] & BYTE;
        }
        int page = next - next % PAGE;
        for (int i = 1; i < data.length; i++) {
            bytes[next] = data[i];
            next = page + (next + 1) % PAGE;
        }
        if (data.length > 1) {
            ready = time.nanos() + WRITING;
        }
        return true;
    }

    @Override
    public byte[] read(int count) {
        if (isWriting()) {
            return null;
        }
        byte[] read = new byte[count];
        for (int i = 0; i < count; i++) {
            read[i] = bytes[next];
            next = (next + 1) % SIZE;
        }
        return read;
    }

    @Override
    public void restart() {
        next = 0;
        ready = 0;
    }

    @Override
    public Runnable snapshot() {
        byte[] saved = bytes.clone();
        return () -> {
            System.arraycopy(saved, 0, bytes, 0, SIZE);
            restart();
        };
    }
}
