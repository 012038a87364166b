package io.qpy.device.board;

import io.qpy.device.Part;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/** The module's USB port, which a cable connects with the PC or does not. */
public final class UsbPort implements Part {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean plugged;
    private IntConsumer handler;

    UsbPort(boolean plugged) {
        this.plugged = plugged;
    }

    /** 1 plugged in, 0 not. */
    public synchronized int status() {
        return plugged ? 1 : 0;
    }

    /** What is told each change of the status from now on; it must not block. */
    public synchronized void handle(IntConsumer value) {
        handler = value;
    }

    public synchronized boolean isWatched() {
        return handler != null;
    }

    /** Tells each change from now on, also to parts of the module; the listener must not block. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** The cable is plugged in, or pulled out. */
    public void plug(boolean value) {
        IntConsumer told;
        synchronized (this) {
            told = value == plugged ? null : handler;
            plugged = value;
        }
        listeners.forEach(Runnable::run);
        if (told != null) {
            told.accept(value ? 1 : 0);
        }
    }

    @Override
    public void reset() {
        handle(null);
    }

    /** The cable stays where it is. */
    @Override
    public void restart() {
        handle(null);
    }

    @Override
    public synchronized Runnable snapshot() {
        boolean wasPlugged = plugged;
        IntConsumer saved = handler;
        return () -> {
            synchronized (this) {
                plugged = wasPlugged;
                handler = saved;
            }
            listeners.forEach(Runnable::run);
        };
    }
}
