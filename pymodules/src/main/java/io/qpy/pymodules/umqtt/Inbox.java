package io.qpy.pymodules.umqtt;

import io.qpy.device.Errno;
import java.util.ArrayDeque;
import java.util.Queue;

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

    /** Begins a connection: what came before is forgotten. */
    synchronized void open() {
        packets.clear();
        ending = Ending.NONE;
    }

    synchronized void put(Packet packet) {
        packets.add(packet);
        notifyAll();
    }

    /** Ends every wait with None; what was not taken never will be. */
    synchronized void disconnect() {
        packets.clear();
        ending = Ending.DISCONNECTED;
        notifyAll();
    }

    /** Ends every wait with an OSError, after what has arrived is taken. */
    synchronized void lose(Errno reason) {
        if (ending == Ending.NONE) {
            ending = Ending.LOST;
            why = reason;
            notifyAll();
        }
    }

    /**
     * The oldest packet.
     *
     * @return null when there is none: at once when {@code blocks} is false or the script has disconnected
     */
    synchronized Packet take(boolean blocks) throws InterruptedException {
        while (blocks && packets.isEmpty() && ending == Ending.NONE) {
            wait();
        }
        return packets.poll();
    }

    synchronized boolean isLost() {
        return ending == Ending.LOST;
    }

    /** Why there is nothing to take and never will be; null when there may be. */
    synchronized Errno loss() {
        return packets.isEmpty() && ending == Ending.LOST ? why : null;
    }
}
