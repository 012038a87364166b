package io.qpy.firmware.usocket;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Waits on a device thread until a channel can do something; Ctrl-C and the closing of a channel end it. */
final class Readiness {
    private final Device device;
    private final Set<Selector> waiting = ConcurrentHashMap.newKeySet();

    Readiness(Device device) {
        this.device = device;
    }

    /** What is registered to wait for. */
    interface Interest {
        void register(Selector selector) throws IOException;
    }

    static Interest in(SelectableChannel channel, int operations) {
        return selector -> channel.register(selector, operations);
    }

    /**
     * Waits once.
     *
     * @param deadlineNanos as {@link System#nanoTime}; {@link Long#MAX_VALUE} for ever
     * @return whether something is ready, or has been closed meanwhile; false when the time is up
     */
    boolean await(Interest interest, long deadlineNanos) {
        try (Selector selector = Selector.open()) {
            waiting.add(selector);
            interest.register(selector);
            return device.waits().call(() -> select(selector, deadlineNanos));
        } catch (ClosedChannelException | ClosedSelectorException e) {
            return true;
        } catch (IOException e) {
            throw DeviceError.os(Errno.EIO);
        } finally {
            waiting.removeIf(selector -> !selector.isOpen());
        }
    }

    private static boolean select(Selector selector, long deadlineNanos) throws InterruptedException {
        long millis = deadlineNanos == Long.MAX_VALUE
                ? 0 // for ever
                : Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()));
        try {
            int ready = deadlineNanos != Long.MAX_VALUE && System.nanoTime() >= deadlineNanos
                    ? selector.selectNow()
                    : selector.select(millis);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return ready > 0 || deadlineNanos == Long.MAX_VALUE || System.nanoTime() < deadlineNanos;
        } catch (IOException e) {
            throw DeviceError.os(Errno.EIO);
        }
    }

    /** Wakes who waits here. */
    void wake() {
        waiting.forEach(Selector::wakeup);
    }
}
