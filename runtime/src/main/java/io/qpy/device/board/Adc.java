package io.qpy.device.board;

import io.qpy.device.Part;
import java.util.HashMap;
import java.util.Map;

/** The inputs for voltages, in mV. A script opens all of them at once (facts-board.md B3.6). */
public final class Adc implements Part {
    private final Model model;
    private final Map<Integer, Integer> voltages;
    private boolean open;

    Adc(BoardPlan plan) {
        model = plan.model();
        voltages = new HashMap<>(plan.voltages());
    }

    public synchronized boolean isOpen() {
        return open;
    }

    public synchronized void open(boolean value) {
        open = value;
    }

    public boolean has(int channel) {
        return model.adcs().contains(channel);
    }

    /** What is at an input; 0 where nothing is connected. */
    public synchronized int voltage(int channel) {
        return voltages.getOrDefault(channel, 0);
    }

    /** Something outside changes it. */
    public synchronized void set(int channel, int millivolts) {
        voltages.put(channel, millivolts);
    }

    @Override
    public void reset() {
        open(false);
    }

    @Override
    public void restart() {
        open(false);
    }

    @Override
    public synchronized Runnable snapshot() {
        boolean wasOpen = open;
        Map<Integer, Integer> saved = Map.copyOf(voltages);
        return () -> {
            synchronized (this) {
                open = wasOpen;
                voltages.clear();
                voltages.putAll(saved);
            }
        };
    }
}
