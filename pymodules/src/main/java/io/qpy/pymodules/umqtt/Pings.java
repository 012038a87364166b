package io.qpy.pymodules.umqtt;

import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.MqttPingSender;
import org.eclipse.paho.client.mqttv3.internal.ClientComms;

/** Asks Paho for a PINGREQ whenever nothing was sent for the keepalive time, and reports each PINGRESP. */
final class Pings implements MqttPingSender {
    private final Time time;
    private final IMqttActionListener answered;
    private ClientComms comms;
    private Alarm next;

    Pings(Time time, IMqttActionListener answered) {
        this.time = time;
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
        next = time.schedule(Time.millis(delayMillis), () -> comms.checkForActivity(answered));
    }

    @Override
    public synchronized void stop() {
        if (next != null) {
            next.cancel();
        }
    }
}
