package io.qpy.device.time;

import java.util.Comparator;
import java.util.TreeSet;

/**
 * What is due, and when. What is due at the same moment comes in the order in which it was entered.
 *
 * <p>Not thread-safe: {@link Changes} guards it.
 */
final class Agenda {
    /** An entry: a wait that ends, or a task. */
    record Entry(long moment, long number, Wait ending, Runnable task) {}

    private final TreeSet<Entry> entries =
            new TreeSet<>(Comparator.comparingLong(Entry::moment).thenComparingLong(Entry::number));
    private long number;

    Entry add(long moment, Wait ending, Runnable task) {
        Entry entry = new Entry(moment, ++number, ending, task);
        entries.add(entry);
        return entry;
    }

    void remove(Entry entry) {
        entries.remove(entry);
    }

    /** When the first is due; {@link Time#FOR_EVER} when nothing is. */
    long next() {
        return entries.isEmpty() ? Time.FOR_EVER : entries.first().moment();
    }

    /** Takes out the first. */
    Entry take() {
        return entries.pollFirst();
    }
}
