package io.qpy.device.board;

import io.qpy.device.Part;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is connected to a bus. What it measures is set by tests, by name. */
public interface BusPart extends Part {
    /** As qpy.toml calls its kind. */
    String kind();

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
