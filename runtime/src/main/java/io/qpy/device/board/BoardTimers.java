package io.qpy.device.board;

import io.qpy.device.Part;
import io.qpy.device.time.Time;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The timers that run. The end of the interpreter, and that of a test that has started them, stops them. */
public final class BoardTimers implements Part {
    private final Time time;
    private final Set<BoardTimer> running = new LinkedHashSet<>();

    BoardTimers(Time time) {
        this.time = time;
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

    private synchronized List<BoardTimer> running() {
        return new ArrayList<>(running);
    }

    @Override
    public void reset() {
        running().forEach(BoardTimer::stop);
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public Runnable snapshot() {
        List<BoardTimer> before = running();
        return () -> running().stream().filter(each -> !before.contains(each)).forEach(BoardTimer::stop);
    }

    @Override
    public void close() {
        reset();
    }
}
