package io.qpy.device.board;

import io.qpy.device.Part;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What is connected to a bus. What it measures is set by tests, by name. */
public interface BusPart extends Part {
    /** As qpy.toml calls its kind. */
    String kind();

    /** Makes a call of the bus's while no other thread makes one. A part whose calls may wait keeps their order itself. */
    default <T> T alone(Supplier<T> call) {
        synchronized (this) {
            return call.get();
        }
    }

    /** What it measures, by name, in the units that its kind documents. */
    default SortedMap<String, Double> values() {
        return new TreeMap<>();
    }

    /**
     * What it measures from now on.
     *
     * @param name one of those of {@link #values}
     * @throws IllegalArgumentException with the range, where it cannot measure this
     */
    default void set(String name, double value) {
        throw new IllegalArgumentException("a " + kind() + " measures nothing");
    }
}
