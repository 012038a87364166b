package io.qpy.device.board;

import io.qpy.device.Part;
import java.util.HashMap;
import java.util.Map;

/** The inputs for voltages, in mV. That a script opens them changes nothing (facts-board.md B3.6). */
public final class Adc implements Part {
    private final Model model;
    private final Map<Integer, Integer> voltages;

    Adc(BoardPlan plan) {
        model = plan.model();
        voltages = new HashMap<>(plan.voltages());
    }

    public boolean has(int channel) {
        return model.adcs().contains(channel);
    }

    /** What an input shows; 0 where nothing is connected, and no more than the module measures (facts-board.md B3.7). */
    public synchronized int voltage(int channel) {
        int voltage = voltages.getOrDefault(channel, 0);
        int most = model.traits().mostMillivolts();
        return most == 0 ? voltage : Math.min(voltage, most);
    }

    /** Something outside changes it. */
    public synchronized void set(int channel, int millivolts) {
        voltages.put(channel, millivolts);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Integer, Integer> saved = Map.copyOf(voltages);
        return () -> {
            synchronized (this) {
                voltages.clear();
                voltages.putAll(saved);
            }
        };
    }
}
