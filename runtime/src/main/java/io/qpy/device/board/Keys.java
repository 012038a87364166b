package io.qpy.device.board;

import io.qpy.device.Part;
import java.util.List;
import java.util.function.Consumer;

/** Keys whose presses are told, but stand for no pin: the power key, and those of a keypad. */
public final class Keys implements Part {
    private Consumer<List<Integer>> handler;

    /** What is told each event from now on; null for nobody. It must not block. */
    public synchronized void handle(Consumer<List<Integer>> value) {
        handler = value;
    }

    public synchronized boolean isWatched() {
        return handler != null;
    }

    /** A key is pressed or released. */
    public void tell(List<Integer> event) {
        Consumer<List<Integer>> present;
        synchronized (this) {
            present = handler;
        }
        if (present != null) {
            present.accept(event);
        }
    }

    @Override
    public void reset() {
        handle(null);
    }

    @Override
    public void restart() {
        handle(null);
    }

    @Override
    public synchronized Runnable snapshot() {
        Consumer<List<Integer>> saved = handler;
        return () -> handle(saved);
    }
}
