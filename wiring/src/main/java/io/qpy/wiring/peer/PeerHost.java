package io.qpy.wiring.peer;

import io.qpy.device.Device;
import io.qpy.device.board.Uart;
import io.qpy.device.time.Time;
import io.qpy.module.Exposed;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What a peer's script hears from the port, and does at it. */
final class PeerHost {
    private final Uart uart;
    private final Device own;
    private final Consumer<String> person;
    private final Queue<byte[]> sent = new ArrayDeque<>();
    private CompletableFuture<Void> arrival = new CompletableFuture<>();

    /**
     * @param own the peer's own device
     * @param person is told what the script fails at
     */
    PeerHost(Uart uart, Device own, Consumer<String> person) {
        this.uart = uart;
        this.own = own;
        this.person = person;
    }

    /** The port has sent bytes. */
    synchronized void take(byte[] bytes) {
        sent.add(bytes);
        arrival.complete(null);
    }

    /** Waits for what the port sends next. */
    @Exposed
    byte[] next() {
        byte[] bytes = poll();
        while (bytes == null) {
            boolean ignored = own.waits().await(arrival(), Time.FOR_EVER);
            bytes = poll();
        }
        return bytes;
    }

    private synchronized byte[] poll() {
        return sent.poll();
    }

    private synchronized CompletableFuture<Void> arrival() {
        if (sent.isEmpty()) {
            arrival = new CompletableFuture<>();
        }
        return arrival;
    }

    @Exposed
    void send(byte[] bytes) {
        uart.receive(bytes);
    }

    @Exposed
    void failed(String what) {
        person.accept(what);
    }
}
