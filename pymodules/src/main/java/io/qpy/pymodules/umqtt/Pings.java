package io.qpy.pymodules.umqtt;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.MqttPingSender;
import org.eclipse.paho.client.mqttv3.internal.ClientComms;

/** Asks Paho for a PINGREQ whenever nothing was sent for the keepalive time, and reports each PINGRESP. */
final class Pings implements MqttPingSender {
    private final ScheduledExecutorService executor;
    private final IMqttActionListener answered;
    private ClientComms comms;
    private Future<?> next;

    Pings(ScheduledExecutorService executor, IMqttActionListener answered) {
        this.executor = executor;
        this.answered = answered;
    }

    @Override
    public void init(ClientComms newComms) {
        comms = newComms;
    }

    @Override
    public void start() {
        if (comms.getKeepAlive() > 0) {
            schedule(comms.getKeepAlive());
        }
    }

    @Override
    public synchronized void schedule(long delayMillis) {
        next = executor.schedule(() -> comms.checkForActivity(answered), delayMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (next != null) {
            next.cancel(false);
        }
    }
}
