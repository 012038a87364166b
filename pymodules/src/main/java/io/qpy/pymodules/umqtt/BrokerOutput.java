package io.qpy.pymodules.umqtt;

import io.qpy.device.time.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;

/** What the broker is told: one whole message after another, each written by the thread that has it to send. */
final class BrokerOutput {
    private final OutputStream out;
    private final Time time;

    /** Done when the last message that anybody began to write is written. */
    private final AtomicReference<CompletableFuture<Void>> last =
            new AtomicReference<>(CompletableFuture.completedFuture(null));

    BrokerOutput(OutputStream out, Time time) {
        this.out = out;
        this.time = time;
    }

    /** Writes a message on this thread, after those that other threads have begun. */
    void write(MqttWireMessage message) throws IOException {
        byte[] packet = packet(message);
        CompletableFuture<Void> written = new CompletableFuture<>();
        CompletableFuture<Void> before = last.getAndSet(written);
        try {
            await(before);
            out.write(packet);
        } finally {
            CompletableFuture<Void> ignored = before.thenAccept(written::complete);
        }
    }

    private void await(CompletableFuture<Void> before) throws InterruptedIOException {
        try {
            boolean ignored = before.isDone() || time.await(before, Time.FOR_EVER);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the connection is being closed");
        }
    }

    private static byte[] packet(MqttWireMessage message) throws IOException {
        try {
            byte[] header = message.getHeader();
            byte[] payload = message.getPayload();
            byte[] whole = Arrays.copyOf(header, header.length + payload.length);
            System.arraycopy(payload, 0, whole, header.length, payload.length);
            return whole;
        } catch (MqttException e) {
            throw new IOException(e);
        }
    }
}
