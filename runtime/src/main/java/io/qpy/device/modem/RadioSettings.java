package io.qpy.device.modem;

import io.qpy.device.Part;
import java.util.List;

/** What {@code net} and {@code sim} set and the module keeps when it restarts. */
public final class RadioSettings implements Part {
    /** GSM and LTE, LTE first: the vendor's sample value (facts.md 10.6). */
    private static final int LTE_FIRST = 8;

    /**
     * One set of them.
     *
     * @param mode which networks are looked for, 0 to 32
     * @param roaming whether networks abroad may be used
     * @param detection {@code sim.setSimDet}: whether the card's removal is noticed, and the level that tells of a card
     */
    public record Values(int mode, boolean roaming, List<Integer> detection) {}

    private Values values = new Values(LTE_FIRST, false, List.of(0, 0));
    private int causeInfo; // not kept

    public synchronized Values values() {
        return values;
    }

    public synchronized void set(Values next) {
        values = next;
    }

    /** Whether {@code net} reports causes, 0 or 1. */
    public synchronized int causeInfo() {
        return causeInfo;
    }

    public synchronized void causeInfo(int mode) {
        causeInfo = mode;
    }

    @Override
    public synchronized void restart() {
        causeInfo = 0;
    }

    @Override
    public synchronized Runnable snapshot() {
        Values saved = values;
        int mode = causeInfo;
        return () -> {
            synchronized (this) {
                values = saved;
                causeInfo = mode;
            }
        };
    }
}
