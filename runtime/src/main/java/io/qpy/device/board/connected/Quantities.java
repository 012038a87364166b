package io.qpy.device.board.connected;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a part measures: numbers with names, which tests set. */
final class Quantities {
    private record Range(double least, double most) {}

    private final SortedMap<String, Range> ranges = new TreeMap<>();
    private final SortedMap<String, Double> values = new TreeMap<>();

    /** One more. */
    Quantities with(String name, double initially, double least, double most) {
        ranges.put(name, new Range(least, most));
        values.put(name, initially);
        return this;
    }

    synchronized double get(String name) {
        return values.get(name);
    }

    synchronized SortedMap<String, Double> all() {
        return new TreeMap<>(values);
    }

    synchronized void set(String name, double value) {
        Range range = ranges.get(name);
        if (range == null) {
            throw new IllegalArgumentException("no '" + name + "' here: " + String.join(", ", ranges.keySet()));
        }
        if (!(value >= range.least && value <= range.most)) {
            throw new IllegalArgumentException(name + ": want " + plain(range.least) + " to " + plain(range.most));
        }
        values.put(name, value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    synchronized Runnable snapshot() {
        SortedMap<String, Double> saved = all();
        return () -> {
            synchronized (this) {
                values.putAll(saved);
            }
        };
    }
}
