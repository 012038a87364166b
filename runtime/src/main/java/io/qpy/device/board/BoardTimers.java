package io.qpy.device.board;

import io.qpy.device.Part;
import io.qpy.device.time.Time;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The timers that run, and the module's four numbered ones. The end of the interpreter, and that of a test that has started
 * them, stops them.
 */
public final class BoardTimers implements Part {
    private static final int NUMBERED = 4; // facts-board.md B2.50

    private final Time time;
    private final Set<BoardTimer> running = new LinkedHashSet<>();
    private final List<BoardTimer> numbered;

    BoardTimers(Time time) {
        this.time = time;
        numbered = Stream.generate(this::timer).limit(NUMBERED).toList();
    }

    /** One of those with a number, 0 to 3. */
    public BoardTimer numbered(int number) {
        return numbered.get(number);
    }

    /** A timer that does not run yet. */
    public BoardTimer timer() {
        return new BoardTimer(this, time);
    }

    synchronized void add(BoardTimer timer) {
        running.add(timer);
    }

    synchronized void remove(BoardTimer timer) {
        running.remove(timer);
    }

    synchronized boolean has(BoardTimer timer) {
        return running.contains(timer);
    }

    private synchronized Set<BoardTimer> running() {
        Set<BoardTimer> all = new LinkedHashSet<>(running);
        numbered.stream().filter(BoardTimer::isStarted).forEach(all::add);
        return all;
    }

    @Override
    public void reset() {
        running().forEach(BoardTimer::stop);
        numbered.forEach(BoardTimer::forget);
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public Runnable snapshot() {
        Set<BoardTimer> before = running();
        List<BoardTimer> idle = numbered.stream().filter(each -> !each.hasRun()).toList();
        return () -> {
            running().stream().filter(each -> !before.contains(each)).forEach(BoardTimer::stop);
            idle.forEach(BoardTimer::forget);
        };
    }

    @Override
    public void close() {
        reset();
    }
}
