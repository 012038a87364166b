package io.qpy.device.board.connected;

import io.qpy.device.time.Time;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Bosch's BMP280: temperature in °C and pressure in hPa, as raw numbers of twenty bits that the script compensates by the
 * sensor's own coefficients; those here are the data sheet's example.
 */
final class Bmp280 extends Registers {
    private static final String TEMPERATURE = "temperature";
    private static final String PRESSURE = "pressure";
    private static final int ID = 0xD0;
    private static final int IDENTITY = 0x58;
    private static final int RESET = 0xE0;
    private static final int RESET_WORD = 0xB6;
    private static final int STATUS = 0xF3;
    private static final int CONTROL = 0xF4;
    private static final int CONFIG = 0xF5;
    private static final int COEFFICIENTS = 0x88;
    private static final int PRESSURE_DATA = 0xF7;
    private static final int TEMPERATURE_DATA = 0xFA;
    private static final int DATA_BYTES = 3;
    private static final int RAW_BITS = 20;
    private static final int SKIPPED = 0x80000; // where it does not measure
    private static final int SLEEPS = 0;
    private static final int FORCED = 1;

    private static final int T1 = 27504;
    private static final int T2 = 26435;
    private static final int T3 = -1000;
    private static final int[] P = {36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000};

    private final byte[] coefficients;
    private int control;
    private int config;
    private int rawTemperature = SKIPPED;
    private int rawPressure = SKIPPED;

    Bmp280(Time time) {
        super("bmp280", new Quantities().with(TEMPERATURE, 25, -40, 85).with(PRESSURE, 1013.25, 300, 1100), time);
        ByteBuffer buffer = ByteBuffer.allocate(Short.BYTES * (3 + P.length)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putShort((short) T1).putShort((short) T2).putShort((short) T3);
        Arrays.stream(P).forEach(each -> buffer.putShort((short) each));
        coefficients = buffer.array();
    }

    @Override
    int get(int register) {
        if (register >= COEFFICIENTS && register < COEFFICIENTS + coefficients.length) {
            return coefficients[register - COEFFICIENTS];
        }
        if (register >= PRESSURE_DATA && register < TEMPERATURE_DATA + DATA_BYTES) {
            measure();
            boolean isPressure = register < TEMPERATURE_DATA;
            int place = register - (isPressure ? PRESSURE_DATA : TEMPERATURE_DATA);
            return (isPressure ? rawPressure : rawTemperature) << 4 >> (Byte.SIZE * (2 - place)) & 0xFF;
        }
        return switch (register) {
            case ID -> IDENTITY;
            case STATUS -> 0;
            case CONTROL -> control;
            case CONFIG -> config;
            default -> 0;
        };
    }

    @Override
    void put(int register, int value) {
        if (register == RESET && value == RESET_WORD) {
            restart();
        } else if (register == CONTROL) {
            control = value;
            measure();
            if ((control & 3) == FORCED || (control & 3) == 2) {
                control &= ~3; // one measurement, and it sleeps again
            }
        } else if (register == CONFIG) {
            config = value;
        }
    }

    /** While it sleeps, the last numbers stay. */
    private void measure() {
        if ((control & 3) == SLEEPS) {
            return;
        }
        rawTemperature =
                (control >> 5 & 7) == 0 ? SKIPPED : search(raw -> temperature(fine(raw)), value(TEMPERATURE), true);
        double fine = fine(rawTemperature);
        rawPressure =
                (control >> 2 & 7) == 0 ? SKIPPED : search(raw -> pressure(raw, fine) / 100, value(PRESSURE), false);
    }

    /** The raw number whose compensated one comes nearest: the formulas rise, or fall, all the way. */
    private static int search(IntToDoubleFunction formula, double wanted, boolean rises) {
        int least = 0;
        int most = (1 << RAW_BITS) - 1;
        while (least < most) {
            int middle = (least + most) / 2;
            if (formula.applyAsDouble(middle) < wanted == rises) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }

    /** The data sheet's formulas, in floating point. */
    private static double fine(int raw) {
        double first = (raw / 16384.0 - T1 / 1024.0) * T2;
        double part = raw / 131072.0 - T1 / 8192.0;
        return first + part * part * T3;
    }

    private static double temperature(double fine) {
        return fine / 5120.0;
    }

    private static double pressure(int raw, double fine) {
        double first = fine / 2.0 - 64000.0;
        double second = first * first * P[5] / 32768.0;
        second += first * P[4] * 2.0;
        second = second / 4.0 + P[3] * 65536.0;
        first = (P[2] * first * first / 524288.0 + P[1] * first) / 524288.0;
        first = (1.0 + first / 32768.0) * P[0];
        double pascal = (1048576.0 - raw - second / 4096.0) * 6250.0 / first;
        double third = P[8] * pascal * pascal / 2147483648.0;
        double fourth = pascal * P[7] / 32768.0;
        return pascal + (third + fourth + P[6]) / 16.0;
    }

    @Override
    public void restart() {
        super.restart();
        control = 0;
        config = 0;
        rawTemperature = SKIPPED;
        rawPressure = SKIPPED;
    }
}
