package io.qpy.device.board.connected;

import io.qpy.device.board.I2cDevice;
import io.qpy.device.time.Time;
import java.util.SortedMap;

/** A part that measures. What it was told by the script is gone with its power, and with a test's end. */
abstract class Sensor implements I2cDevice {
    private final String kind;
    private final Quantities quantities;
    private final Time time;

    Sensor(String kind, Quantities quantities, Time time) {
        this.kind = kind;
        this.quantities = quantities;
        this.time = time;
    }

    @Override
    public final String kind() {
        return kind;
    }

    final double value(String name) {
        return quantities.get(name);
    }

    /** Since the device was switched on, in nanoseconds. */
    final long now() {
        return time.nanos();
    }

    @Override
    public final SortedMap<String, Double> values() {
        return quantities.all();
    }

    @Override
    public final void set(String name, double value) {
        quantities.set(name, value);
        measured();
    }

    /** A quantity has changed. */
    void measured() {}

    @Override
    public Runnable snapshot() {
        Runnable undo = quantities.snapshot();
        return () -> {
            undo.run();
            restart();
        };
    }
}
