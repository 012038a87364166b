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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

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

    boolean await(Interest interest, long moment) {
        return await(interest, moment, new CompletableFuture<>());
    }

    /**
     * Waits once.
     *
     * @param moment of the device's time
     * @param alarm ends the wait when it is complete
     * @return whether something is ready, or has been closed meanwhile; false when the time is up
     */
    boolean await(Interest interest, long moment, CompletableFuture<?> alarm) {
        try (Selector selector = Selector.open()) {
            waiting.add(selector);
            interest.register(selector);
            return select(selector, moment, alarm);
        } catch (ClosedChannelException | ClosedSelectorException e) {
            return true;
        } catch (IOException e) {
            throw DeviceError.os(Errno.EIO);
        } finally {
            waiting.removeIf(selector -> !selector.isOpen());
        }
    }

    private boolean select(Selector selector, long moment, CompletableFuture<?> alarm) throws IOException {
        return device.waits().select(selector, moment, alarm) > 0
                || device.time().nanos() < moment;
    }

    /** Remembers a selector of another's, to be woken too. */
    void watch(Selector selector) {
        waiting.removeIf(each -> !each.isOpen());
        waiting.add(selector);
    }

    /** Wakes who waits here. */
    void wake() {
        waiting.forEach(Selector::wakeup);
    }
}
