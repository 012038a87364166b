package io.qpy.sandbox.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The newest events, oldest first. Any thread may use it. */
public final class Journal {
    /** Enough for a test to look back on; an endless run stays small. */
    private static final int CAPACITY = 10_000;

    private final Deque<Event> events = new ArrayDeque<>();
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    public void add(Event event) {
        synchronized (events) {
            if (events.size() == CAPACITY) {
                events.removeFirst();
            }
            events.addLast(event);
            events.notifyAll();
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    /** The listener runs on the thread that serves the sockets: it must be quick. Running the result takes it away. */
    public Runnable onEvent(Consumer<Event> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public List<Event> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    public <T extends Event> List<T> events(Class<T> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * The first event of this type that fits, among those seen and those to come.
     *
     * @throws AssertionError when none came in time; it lists what was seen
     */
    public <T extends Event> T await(Class<T> type, Predicate<T> fits, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (events) {
            while (true) {
                for (Event event : events) {
                    if (type.isInstance(event) && fits.test(type.cast(event))) {
                        return type.cast(event);
                    }
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError(
                            "no %s within %s among %s".formatted(type.getSimpleName(), atMost, lines()));
                }
                TimeUnit.NANOSECONDS.timedWait(events, Math.max(left, 1_000_000));
            }
        }
    }

    private List<String> lines() {
        return events().stream().map(Event::line).toList();
    }
}
