package io.qpy.pymodules.umqtt;

import io.qpy.device.Device;
import io.qpy.device.modem.Modem;
import io.qpy.device.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Brings a lost connection back: tries for ever, as the module does (facts.md 2.21), until it is stopped. */
final class Reconnection implements Runnable {
    private final BrokerSession session;
    private final Modem modem;
    private final Time time;
    private final BiConsumer<String, String> events;
    private final Duration delay;
    private Thread thread;

    Reconnection(BrokerSession session, Device device, BiConsumer<String, String> events, Duration delay) {
        this.session = session;
        this.modem = device.modem();
        this.time = device.time();
        this.events = events;
        this.delay = delay;
    }

    /** The session has begun it, and holds its own monitor here and in {@link #stop}. */
    void start() {
        thread = time.start("qpy-mqtt-reconnect", this);
    }

    void stop() {
        time.stop(thread);
    }

    @Override
    public void run() {
        events.accept("start", "");
        try {
            do {
                time.sleep(delay.toNanos());
                awaitRadio();
            } while (!isBack());
            events.accept("success", "");
        } catch (InterruptedException e) {
            // The script or the device has ended the session.
        }
    }

    private void awaitRadio() throws InterruptedException {
        if (!modem.state().online()) {
            events.accept("waiting", "");
        }
        while (!modem.state().online()) {
            time.sleep(delay.toNanos());
        }
    }

    private boolean isBack() throws InterruptedException {
        events.accept("attempt", "");
        Connection next = session.next(this);
        boolean back = false;
        try {
            back = isOpen(next) && session.settle(this);
        } finally {
            if (!back) {
                next.drop();
            }
        }
        return back;
    }

    private boolean isOpen(Connection next) throws InterruptedException {
        Throwable failure = failure(next.open(session.login()), MqttLink.CONNECT_SECONDS);
        if (failure != null) {
            events.accept("failed", Failure.of(failure).reason());
            return false;
        }
        try {
            for (String topic : session.topics()) {
                Throwable ignored = failure(next.subscribe(topic, session.lastQos()), MqttLink.ACK_SECONDS);
            }
            return true;
        } catch (IOException e) {
            return false; // it is lost again
        }
    }

    private Throwable failure(CompletableFuture<?> operation, int seconds) throws InterruptedException {
        boolean ignored = time.await(operation, Time.seconds(seconds));
        return Failure.in(operation);
    }
}
