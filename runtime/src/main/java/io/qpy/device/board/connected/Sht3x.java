package io.qpy.device.board.connected;

import io.qpy.device.time.Time;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Sensirion's SHT30, SHT31 and SHT35: temperature in °C and relative humidity in %. Commands are two bytes; a result is two
 * words, a check byte behind each. It does not acknowledge a read before the measurement is ready, unless the command lets it
 * hold the clock.
 */
final class Sht3x extends Sensor {
    private static final String TEMPERATURE = "temperature";
    private static final String HUMIDITY = "humidity";
    private static final double FULL_SCALE = 65535;
    private static final double SPAN = 175;
    private static final double LEAST = -45;
    private static final double PERCENT = 100;

    private static final int FETCH = 0xE000;
    private static final int BREAK = 0x3093;
    private static final int RESET = 0x30A2;
    private static final int HEATER_ON = 0x306D;
    private static final int HEATER_OFF = 0x3066;
    private static final int READ_STATUS = 0xF32D;
    private static final int CLEAR_STATUS = 0x3041;
    private static final int SERIAL_STRETCHED = 0x3780;
    private static final int SERIAL = 0x3682;
    private static final int AFTER_RESET = 0x8010; // an alert is pending, and it was reset
    private static final int HEATER = 0x2000;
    private static final int[] SERIAL_NUMBER = {0x0123, 0x4567};

    private static final long HIGH = Time.millis(15); // the longest that a measurement takes
    private static final long MEDIUM = Time.millis(6);
    private static final long LOW = Time.millis(4);

    /** The commands that measure once, without and with the clock held: how long they take. */
    private static final Map<Integer, Long> SINGLE = Map.of(0x2400, HIGH, 0x240B, MEDIUM, 0x2416, LOW);

    private static final Map<Integer, Long> STRETCHED = Map.of(0x2C06, HIGH, 0x2C0D, MEDIUM, 0x2C10, LOW);

    /** The first byte of those that measure again and again, with the time between, in ms; 0x2B is the accelerated one. */
    private static final Map<Integer, Integer> PERIODIC =
            Map.of(0x20, 2000, 0x21, 1000, 0x22, 500, 0x23, 250, 0x27, 100, 0x2B, 250);

    private int command;
    private int status = AFTER_RESET;
    private long ready = Time.FOR_EVER;
    private long period;

    Sht3x(Time time) {
        super("sht3x", new Quantities().with(TEMPERATURE, 25, -45, 130).with(HUMIDITY, 50, 0, 100), time);
    }

    @Override
    public boolean write(byte[] bytes) {
        if (bytes.length < Short.BYTES) {
            return bytes.length == 0;
        }
        command = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort());
        Long single = SINGLE.getOrDefault(command, STRETCHED.get(command));
        Integer again = PERIODIC.get(command >> Byte.SIZE);
        if (single != null) {
            ready = now() + single;
            period = 0;
        } else if (again != null) {
            period = Time.millis(again);
            ready = now() + period;
        } else {
            return act();
        }
        return true;
    }

    private boolean act() {
        switch (command) {
            case BREAK -> stop();
            case RESET -> restart();
            case HEATER_ON -> status |= HEATER;
            case HEATER_OFF -> status &= ~HEATER;
            case CLEAR_STATUS -> status &= HEATER;
            case FETCH, READ_STATUS, SERIAL, SERIAL_STRETCHED -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private void stop() {
        period = 0;
        ready = Time.FOR_EVER;
    }

    @Override
    public long stretches() {
        return STRETCHED.containsKey(command) && ready != Time.FOR_EVER ? Math.max(0, ready - now()) : 0;
    }

    @Override
    public byte[] read(int count) {
        return switch (command) {
            case READ_STATUS -> words(status);
            case SERIAL, SERIAL_STRETCHED -> words(SERIAL_NUMBER);
            default -> measurement();
        };
    }

    /** Each is read once; then it does not acknowledge until the next is there. */
    private byte[] measurement() {
        if (now() < ready || (period > 0 && command != FETCH)) {
            return null;
        }
        ready = period == 0 ? Time.FOR_EVER : ready + period * (1 + (now() - ready) / period);
        return words(scaled((value(TEMPERATURE) - LEAST) / SPAN), scaled(value(HUMIDITY) / PERCENT));
    }

    private static int scaled(double part) {
        return (int) Math.round(Math.min(1, Math.max(0, part)) * FULL_SCALE);
    }

    private static byte[] words(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * (Short.BYTES + 1));
        for (int value : values) {
            bytes.putShort((short) value);
            bytes.put(Crc8.sensirion(bytes.array(), bytes.position() - Short.BYTES, bytes.position()));
        }
        return bytes.array();
    }

    @Override
    public void restart() {
        command = 0;
        status = AFTER_RESET;
        stop();
    }
}
