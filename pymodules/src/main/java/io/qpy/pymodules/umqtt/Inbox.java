package io.qpy.pymodules.umqtt;

import io.qpy.device.Errno;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** What has arrived and the script has not taken yet, in the order of arrival. */
final class Inbox {
    /** How {@link #take} ends when there is nothing to take. */
    private enum Ending {
        NONE,
        /** The script has disconnected. */
        DISCONNECTED,
        /** The connection is lost, and nobody brings it back. */
        LOST
    }

    private final Queue<Packet> packets = new ArrayDeque<>();
    private Ending ending = Ending.LOST;
    private Errno why = Errno.ENOTCONN;
    private CompletableFuture<Void> change = CompletableFuture.completedFuture(null);

    /** Begins a connection: what came before is forgotten. */
    synchronized void open() {
        packets.clear();
        ending = Ending.NONE;
    }

    synchronized void put(Packet packet) {
        packets.add(packet);
        change.complete(null);
    }

    /** Ends every wait with None; what was not taken never will be. */
    synchronized void disconnect() {
        packets.clear();
        ending = Ending.DISCONNECTED;
        change.complete(null);
    }

    /** Ends every wait with an OSError, after what has arrived is taken. */
    synchronized void lose(Errno reason) {
        if (ending == Ending.NONE) {
            ending = Ending.LOST;
            why = reason;
            change.complete(null);
        }
    }

    /**
     * The oldest packet.
     *
     * @return null when there is none: at once when {@code blocks} is false or the script has disconnected
     */
    Packet take(boolean blocks, Waits waits) {
        Packet packet;
        do {
            boolean ignored = waits.await(change(), blocks ? Time.FOR_EVER : 0);
            packet = poll();
        } while (packet == null && blocks && isOpen());
        return packet;
    }

    private synchronized Packet poll() {
        return packets.poll();
    }

    private synchronized boolean isOpen() {
        return ending == Ending.NONE;
    }

    /** Complete when there is something to take, or never will be. */
    private synchronized CompletableFuture<Void> change() {
        if (change.isDone() && packets.isEmpty() && ending == Ending.NONE) {
            change = new CompletableFuture<>();
        }
        return change;
    }

    synchronized boolean isLost() {
        return ending == Ending.LOST;
    }

    /** Why there is nothing to take and never will be; null when there may be. */
    synchronized Errno loss() {
        return packets.isEmpty() && ending == Ending.LOST ? why : null;
    }
}
