package io.qpy.device.board.connected;

import io.qpy.device.time.Time;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * ST's LIS3DH: acceleration along x, y and z in g, at rest 0, 0 and 1. It measures once CTRL_REG1 has a rate. Several
 * registers are read at once where the highest bit of the first one's number is set. INT1_SRC tells of the thresholds, and INT1 is
 * high then where CTRL_REG3 lets it: at once, whatever INT1_DURATION says, and until INT1_SRC is read where it is latched.
 */
final class Lis3dh extends Registers {
    private static final String[] AXES = {"x", "y", "z"};
    private static final int SIZE = 0x40;
    private static final int WHO_AM_I = 0x0F;
    private static final int IDENTITY = 0x33;
    private static final int CTRL_REG0 = 0x1E;
    private static final int CTRL_REG1 = 0x20;
    private static final int CTRL_REG3 = 0x22;
    private static final int CTRL_REG4 = 0x23;
    private static final int CTRL_REG5 = 0x24;
    private static final int CTRL_REG6 = 0x25;
    private static final int STATUS = 0x27;
    private static final int OUT = 0x28;
    private static final int LAST_OUT = 0x2D;
    private static final int INT1_CFG = 0x30;
    private static final int INT1_SRC = 0x31;
    private static final int INT1_THS = 0x32;
    private static final int INCREMENT = 0x80;
    private static final int NUMBER = 0x7F;
    private static final int RATE = 0xF0;
    private static final int LOW_POWER = 0x08;
    private static final int HIGH_RESOLUTION = 0x08;
    private static final int NEW_DATA = 0x0F;
    private static final int ACTIVE = 0x40;
    private static final int TO_INT1 = 0x40;
    private static final int LATCHED = 0x08;
    private static final int ACTIVE_LOW = 0x02;
    private static final int ALL_EVENTS = 0x80;
    private static final int[] FULL_SCALE_MG = {1, 2, 4, 12}; // in mg, a step of twelve bits, for 2, 4, 8 and 16 g
    private static final int[] THRESHOLD_MG = {16, 32, 62, 186}; // a step of INT1_THS

    private final int[] registers = new int[SIZE];
    private boolean increments;
    private int latched; // INT1_SRC, until it is read
    private IntConsumer int1 = level -> {};

    Lis3dh(Time time) {
        super(
                "lis3dh",
                new Quantities().with("x", 0, -16, 16).with("y", 0, -16, 16).with("z", 1, -16, 16),
                time);
        restart();
    }

    @Override
    int first(int named) {
        increments = (named & INCREMENT) != 0;
        return named & NUMBER;
    }

    @Override
    int after(int register) {
        return increments ? register + 1 & NUMBER : register;
    }

    @Override
    int get(int register) {
        if (register >= OUT && register <= LAST_OUT) {
            int value = output(AXES[(register - OUT) / 2]);
            return register % 2 == 0 ? value & 0xFF : value >> Byte.SIZE & 0xFF;
        }
        return switch (register) {
            case STATUS -> isMeasuring() ? NEW_DATA : 0;
            case INT1_SRC -> readSource();
            default -> register < SIZE ? registers[register] : 0;
        };
    }

    @Override
    void put(int register, int value) {
        boolean isWritable = (register >= CTRL_REG0 && register < STATUS) || (register > LAST_OUT && register < SIZE);
        if (isWritable && register != INT1_SRC) {
            registers[register] = value;
            measured();
        }
    }

    @Override
    public void drive(IntConsumer line) {
        int1 = line;
        measured();
    }

    @Override
    void measured() {
        int source = source();
        if ((registers[CTRL_REG5] & LATCHED) == 0) {
            latched = 0;
        } else if (latched == 0 && (source & ACTIVE) != 0) {
            latched = source;
        }
        boolean isActive = (registers[CTRL_REG3] & TO_INT1) != 0 && ((source | latched) & ACTIVE) != 0;
        boolean isLow = (registers[CTRL_REG6] & ACTIVE_LOW) != 0;
        int1.accept(isActive == isLow ? 0 : 1);
    }

    private int readSource() {
        int source = latched == 0 ? source() : latched;
        latched = 0;
        measured();
        return source;
    }

    private boolean isMeasuring() {
        return (registers[CTRL_REG1] & RATE) != 0;
    }

    private int scale() {
        return registers[CTRL_REG4] >> 4 & 3;
    }

    /** As it stands in the two registers of an axis: the highest bits count, eight, ten or twelve of them. */
    private int output(String axis) {
        int bit = 1 << Arrays.asList(AXES).indexOf(axis);
        if (!isMeasuring() || (registers[CTRL_REG1] & bit) == 0) {
            return 0;
        }
        int unused = (registers[CTRL_REG1] & LOW_POWER) != 0
                ? Byte.SIZE
                : (registers[CTRL_REG4] & HIGH_RESOLUTION) != 0 ? 4 : 6;
        int steps = (int) Math.round(milli(axis) / (FULL_SCALE_MG[scale()] << (unused - 4)));
        int most = (1 << (15 - unused)) - 1;
        return Math.max(-most - 1, Math.min(most, steps)) << unused;
    }

    private double milli(String axis) {
        return value(axis) * 1000;
    }

    /** Which axes are above the threshold, and below it, of those that INT1_CFG enables. */
    private int source() {
        if (!isMeasuring()) {
            return 0;
        }
        double threshold = (registers[INT1_THS] & NUMBER) * THRESHOLD_MG[scale()];
        int events = 0;
        for (int i = 0; i < AXES.length; i++) {
            events |= Math.abs(milli(AXES[i])) > threshold ? 2 << (2 * i) : 1 << (2 * i);
        }
        int enabled = registers[INT1_CFG] & 0x3F;
        int seen = events & enabled;
        boolean wantsAll = (registers[INT1_CFG] & ALL_EVENTS) != 0;
        boolean isActive = wantsAll ? enabled != 0 && seen == enabled : seen != 0;
        return isActive ? seen | ACTIVE : seen;
    }

    @Override
    public void restart() {
        super.restart();
        Arrays.fill(registers, 0);
        registers[WHO_AM_I] = IDENTITY;
        registers[CTRL_REG0] = 0x10;
        registers[CTRL_REG1] = 0x07;
        latched = 0;
        measured();
    }
}
