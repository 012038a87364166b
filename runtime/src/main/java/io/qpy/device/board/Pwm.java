package io.qpy.device.board;

import io.qpy.device.Part;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The outputs for pulses. */
public final class Pwm implements Part {
    /**
     * What an output does.
     *
     * @param frequency in Hz
     * @param duty the part of the time that it is high, 0 to 1
     */
    public record Pulse(double frequency, double duty) {}

    private final Map<Integer, Pulse> pulses = new TreeMap<>();

    /** Begins. */
    public synchronized void open(int output, Pulse pulse) {
        pulses.put(output, pulse);
    }

    public synchronized void close(int output) {
        pulses.remove(output);
    }

    /** What an output does now; empty for one that is low. */
    public synchronized Optional<Pulse> pulse(int output) {
        return Optional.ofNullable(pulses.get(output));
    }

    @Override
    public synchronized void restart() {
        pulses.clear();
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Integer, Pulse> saved = Map.copyOf(pulses);
        return () -> {
            synchronized (this) {
                pulses.clear();
                pulses.putAll(saved);
            }
        };
    }
}
