package io.qpy.device.board.connected;

import io.qpy.device.board.WireDevice;
import io.qpy.device.time.Time;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * Maxim's DS18B20: temperature in °C. It is the only part at its line, so a search finds nothing. What it has not yet measured
 * is 85 °C, as its data sheet says.
 */
final class Ds18b20 implements WireDevice {
    private static final String TEMPERATURE = "temperature";
    private static final int BYTE = 0xFF;
    private static final int READ_ROM = 0x33;
    private static final int MATCH_ROM = 0x55;
    private static final int SKIP_ROM = 0xCC;
    private static final int CONVERT = 0x44;
    private static final int READ_SCRATCHPAD = 0xBE;
    private static final int WRITE_SCRATCHPAD = 0x4E;
    private static final int COPY_SCRATCHPAD = 0x48;
    private static final int RECALL = 0xB8;
    private static final int READ_POWER = 0xB4;
    private static final int KEPT = 2; // where in the scratchpad the bytes are that can be kept
    private static final int KEPT_BYTES = 3;
    private static final int CONFIGURATION = 4;
    private static final int STEPS = 16; // of a degree
    private static final int AFTER_POWER = 85 * STEPS;
    private static final long MEASURING = Time.millis(750); // with twelve bits; half with each bit less
    private static final byte[] ROM = rom(0x28, 0x51, 0x50, 0x59, 0, 0, 0);

    private enum State {
        ASLEEP,
        ROM,
        MATCH,
        FUNCTION,
        WRITING,
        DONE
    }

    private final Time time;
    private final Quantities quantities = new Quantities().with(TEMPERATURE, 25, -55, 125);
    private byte[] kept = {0x4B, 0x46, 0x7F};
    private final byte[] scratchpad = new byte[9];
    private State state = State.ASLEEP;
    private byte[] answer = {};
    private int given;
    private int taken;
    private long ready;

    Ds18b20(Time time) {
        this.time = time;
        restart();
    }

    private static byte[] rom(int... bytes) {
        byte[] rom = new byte[bytes.length + 1];
        for (int i = 0; i < bytes.length; i++) {
            rom[i] = (byte) bytes[i];
        }
        rom[bytes.length] = Crc8.maxim(rom, 0, bytes.length);
        return rom;
    }

    @Override
    public String kind() {
        return "ds18b20";
    }

    @Override
    public SortedMap<String, Double> values() {
        return quantities.all();
    }

    @Override
    public void set(String name, double value) {
        quantities.set(name, value);
    }

    @Override
    public boolean begin() {
        state = State.ROM;
        say();
        return true;
    }

    private void say(byte... bytes) {
        answer = bytes;
        given = 0;
        taken = 0;
    }

    @Override
    public void write(byte[] bytes) {
        for (byte each : bytes) {
            take(each & BYTE);
        }
    }

    private void take(int value) {
        switch (state) {
            case ROM -> address(value);
            case MATCH -> match(value);
            case FUNCTION -> act(value);
            case WRITING -> {
                scratchpad[KEPT + taken++] = (byte) value;
                state = taken == KEPT_BYTES ? State.DONE : State.WRITING;
                if (taken == KEPT_BYTES) {
                    scratchpad[CONFIGURATION] |= 0x1F;
                }
            }
            default -> {}
        }
    }

    private void address(int command) {
        say();
        switch (command) {
            case SKIP_ROM -> state = State.FUNCTION;
            case MATCH_ROM -> state = State.MATCH;
            case READ_ROM -> {
                say(ROM);
                state = State.FUNCTION;
            }
            default -> state = State.ASLEEP;
        }
    }

    private void match(int value) {
        if (value != (ROM[taken++] & BYTE)) {
            state = State.ASLEEP;
        } else if (taken == ROM.length) {
            state = State.FUNCTION;
        }
    }

    private void act(int command) {
        state = State.DONE;
        say();
        switch (command) {
            case CONVERT -> {
                int bitsLess = 3 - (scratchpad[CONFIGURATION] >> 5 & 3);
                ready = time.nanos() + (MEASURING >> bitsLess);
                int value = (int) Math.round(quantities.get(TEMPERATURE) * STEPS);
                store(value >> bitsLess << bitsLess);
            }
            case READ_SCRATCHPAD -> {
                byte[] bytes = scratchpad.clone();
                bytes[8] = Crc8.maxim(bytes, 0, 8);
                say(bytes);
            }
            case WRITE_SCRATCHPAD -> state = State.WRITING;
            case COPY_SCRATCHPAD -> kept = Arrays.copyOfRange(scratchpad, KEPT, KEPT + KEPT_BYTES);
            case RECALL -> System.arraycopy(kept, 0, scratchpad, KEPT, KEPT_BYTES);
            case READ_POWER -> say((byte) BYTE);
            default -> state = State.ASLEEP;
        }
    }

    private void store(int value) {
        scratchpad[0] = (byte) value;
        scratchpad[1] = (byte) (value >> Byte.SIZE);
    }

    @Override
    public byte[] read(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            boolean isMeasuring = given >= answer.length && state == State.DONE && time.nanos() < ready;
            bytes[i] = given < answer.length ? answer[given++] : (byte) (isMeasuring ? 0 : BYTE);
        }
        return bytes;
    }

    @Override
    public void restart() {
        state = State.ASLEEP;
        say();
        ready = 0;
        Arrays.fill(scratchpad, (byte) 0);
        store(AFTER_POWER);
        System.arraycopy(kept, 0, scratchpad, KEPT, KEPT_BYTES);
        scratchpad[5] = (byte) BYTE;
        scratchpad[7] = 0x10;
    }

    @Override
    public Runnable snapshot() {
        Runnable undo = quantities.snapshot();
        byte[] saved = kept;
        return () -> {
            undo.run();
            kept = saved;
            restart();
        };
    }
}
