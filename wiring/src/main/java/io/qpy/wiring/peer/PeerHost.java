package io.qpy.wiring.peer;

import io.qpy.device.Device;
import io.qpy.device.board.Pin;
import io.qpy.device.time.Time;
import io.qpy.module.Exposed;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** What a peer's script is called with, and does at what it is connected to. */
final class PeerHost {
    private final PythonPeer peer;
    private final Device own;
    private final Queue<PeerCall> calls = new ArrayDeque<>();
    private final CompletableFuture<Void> made = new CompletableFuture<>();
    private CompletableFuture<Void> arrival = new CompletableFuture<>();
    private boolean ended;

    /** @param own the peer's own device */
    PeerHost(PythonPeer peer, Device own) {
        this.peer = peer;
        this.own = own;
    }

    /** Queues calls, one behind the other; false where the peer has ended. */
    synchronized boolean take(List<PeerCall> more) {
        if (ended) {
            return false;
        }
        calls.addAll(more);
        arrival.complete(null);
        return true;
    }

    /** Complete when the script's object has been made, or never will be. */
    CompletableFuture<Void> made() {
        return made;
    }

    /** Its object has been made. */
    @Exposed
    void begun() {
        made.complete(null);
    }

    /** Waits for the next call. */
    @Exposed
    PeerCall next() {
        PeerCall call = poll();
        while (call == null) {
            boolean ignored = own.waits().await(arrival(), Time.FOR_EVER);
            call = poll();
        }
        return call;
    }

    private synchronized PeerCall poll() {
        calls.removeIf(each -> each.answer().isCancelled());
        return calls.poll();
    }

    private synchronized CompletableFuture<Void> arrival() {
        if (calls.isEmpty()) {
            arrival = new CompletableFuture<>();
        }
        return arrival;
    }

    /** The script runs no longer: nothing is answered any more. It says so itself, as time goes on when its thread is done. */
    @Exposed
    synchronized void end() {
        ended = true;
        made.complete(null);
        calls.forEach(each -> each.answer().complete(null));
        calls.clear();
    }

    /** Whether a serial port is there to send to. */
    @Exposed
    boolean send(byte[] bytes) {
        return peer.send(bytes);
    }

    /** Drives a pin; whether it is connected to the peer. */
    @Exposed
    boolean drive(int number, int level) {
        return peer.drive(number, level);
    }

    /** Lets go of a pin; whether it is connected to the peer. */
    @Exposed
    boolean letGo(int number) {
        return peer.drive(number, null);
    }

    /** The level of a pin; -1 where it is not connected to the peer. */
    @Exposed
    int level(int number) {
        Pin pin = peer.pin(number);
        return pin == null ? -1 : pin.level();
    }

    @Exposed
    void failed(String what) {
        peer.tell(what);
    }
}
