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
     * @param moment of the device's time
     * @return whether something is ready, or has been closed meanwhile; false when the time is up
     */
    boolean await(Interest interest, long moment) {
        try (Selector selector = Selector.open()) {
            waiting.add(selector);
            interest.register(selector);
            return select(selector, moment);
        } catch (ClosedChannelException | ClosedSelectorException e) {
            return true;
        } catch (IOException e) {
            throw DeviceError.os(Errno.EIO);
        } finally {
            waiting.removeIf(selector -> !selector.isOpen());
        }
    }

    private boolean select(Selector selector, long moment) throws IOException {
        return device.waits().select(selector, moment) > 0 || device.time().nanos() < moment;
    }

    /** Wakes who waits here. */
    void wake() {
        waiting.forEach(Selector::wakeup);
    }
}
