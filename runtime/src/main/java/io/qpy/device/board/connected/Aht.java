package io.qpy.device.board.connected;

import io.qpy.device.time.Time;
import java.util.Arrays;

/** Aosong's AHT10 and AHT20: temperature in °C and relative humidity in %, as numbers of twenty bits behind a status byte. */
final class Aht extends Sensor {
    private static final String TEMPERATURE = "temperature";
    private static final String HUMIDITY = "humidity";
    private static final double FULL_SCALE = 1 << 20;
    private static final int MOST = (1 << 20) - 1;
    private static final int BYTE = 0xFF;

    private static final int INIT_AHT10 = 0xE1;
    private static final int INIT_AHT20 = 0xBE;
    private static final int MEASURE = 0xAC;
    private static final int RESET = 0xBA;
    private static final int STATUS = 0x71;
    private static final int BUSY = 0x80;
    private static final int CALIBRATED = 0x08;
    private static final int DELIVERED_AHT20 = 0x18; // calibrated by the maker
    private static final long MEASURING = Time.millis(80);
    private static final int RESULT = 6;

    private final boolean hasCheckByte;
    private int status;
    private long ready;
    private final byte[] result = new byte[RESULT];

    private Aht(String kind, boolean hasCheckByte, Time time) {
        super(kind, new Quantities().with(TEMPERATURE, 25, -40, 85).with(HUMIDITY, 50, 0, 100), time);
        this.hasCheckByte = hasCheckByte;
        restart();
    }

    static Aht aht10(Time time) {
        return new Aht("aht10", false, time);
    }

    static Aht aht20(Time time) {
        return new Aht("aht20", true, time);
    }

    @Override
    public boolean write(byte[] bytes) {
        if (bytes.length == 0) {
            return true;
        }
        switch (bytes[0] & BYTE) {
            case INIT_AHT10, INIT_AHT20 -> status |= CALIBRATED;
            case RESET -> restart();
            case MEASURE -> {
                ready = now() + MEASURING;
                measure();
            }
            case STATUS -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private void measure() {
        int humidity = Math.min(MOST, (int) Math.round(value(HUMIDITY) / 100 * FULL_SCALE));
        int temperature = Math.min(MOST, (int) Math.round((value(TEMPERATURE) + 50) / 200 * FULL_SCALE));
        long both = ((long) humidity << 20) | temperature;
        for (int i = 1; i < RESULT; i++) {
            result[i] = (byte) (both >> (Byte.SIZE * (RESULT - 1 - i)));
        }
    }

    /** The status byte, with what was measured last; while it measures, that is what was before, and BUSY is set. */
    @Override
    public byte[] read(int count) {
        byte[] bytes = Arrays.copyOf(result, RESULT + 1);
        bytes[0] = (byte) (now() < ready ? status | BUSY : status);
        bytes[RESULT] = hasCheckByte ? Crc8.sensirion(bytes, 0, RESULT) : (byte) BYTE;
        return Arrays.copyOf(bytes, count);
    }

    @Override
    public void restart() {
        status = hasCheckByte ? DELIVERED_AHT20 : 0;
        ready = 0;
        Arrays.fill(result, (byte) 0);
    }
}
