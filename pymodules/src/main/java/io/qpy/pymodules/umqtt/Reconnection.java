package io.qpy.pymodules.umqtt;

import io.qpy.device.Modem;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Brings a lost connection back: tries for ever, as the module does (facts.md 2.21), until it is stopped. */
final class Reconnection implements Runnable {
    private final BrokerSession session;
    private final Modem modem;
    private final BiConsumer<String, String> events;
    private final Duration delay;
    private final Thread thread = new Thread(this, "qpy-mqtt-reconnect");

    Reconnection(BrokerSession session, Modem modem, BiConsumer<String, String> events, Duration delay) {
        this.session = session;
        this.modem = modem;
        this.events = events;
        this.delay = delay;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    @Override
    public void run() {
        events.accept("start", "");
        try {
            do {
                Thread.sleep(delay.toMillis());
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
            Thread.sleep(delay.toMillis());
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
        Throwable failure = Completion.failure(next.open(session.options()), MqttLink.CONNECT_SECONDS);
        if (failure != null) {
            events.accept("failed", Failure.of(failure).reason());
            return false;
        }
        for (String topic : session.topics()) {
            Completion.failure(next.subscribe(topic, session.lastQos()), MqttLink.ACK_SECONDS);
        }
        return true;
    }
}
