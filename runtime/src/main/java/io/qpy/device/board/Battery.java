package io.qpy.device.board;

import io.qpy.device.Part;

/** What the module is fed from. */
public final class Battery implements Part {
    private static final int CHARGED_MILLIVOLTS = 3800; // facts-board.md B3.23

    private volatile int millivolts = CHARGED_MILLIVOLTS;

    public int millivolts() {
        return millivolts;
    }

    public void set(int value) {
        millivolts = value;
    }

    @Override
    public Runnable snapshot() {
        int saved = millivolts;
        return () -> millivolts = saved;
    }
}
