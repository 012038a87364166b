package io.qpy.wiring;

import io.qpy.device.CloudDemo;
import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import io.qpy.sandbox.journal.Payload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sandbox's demonstration devices, and the person at the cloud's console whom the documentation's examples wait
 * for: once such a device has subscribed, it is sent five messages, a moment apart.
 */
final class SandboxDemo implements CloudDemo, AutoCloseable {
    private static final int MESSAGES = 5;

    private static final long PAUSE = Time.millis(400);

    /**
     * Before the last message. The examples count to five with their own message, which comes back to them, and look for
     * exactly five: the last one must not come while a slow PC has not yet looked.
     */
    private static final long LAST_PAUSE = Time.millis(8000);

    private final Clouds clouds;
    private final Time time;
    private final Notices notices;
    private final Set<String> served = new HashSet<>();
    private final Map<String, Alarm> pending = new HashMap<>();
    private boolean closed;

    SandboxDemo(Clouds clouds, Time time, Notices notices) {
        this.clouds = clouds;
        this.time = time;
        this.notices = notices;
    }

    @Override
    public Optional<Account> aliyun() {
        return Optional.of(account(clouds.aliyun().demo()));
    }

    @Override
    public Optional<Account> tencent() {
        return Optional.of(account(clouds.tencent().demo()));
    }

    private static Account account(io.qpy.sandbox.cloud.Account demo) {
        return new Account(demo.product(), demo.device(), demo.secret(), demo.clientId(), demo.topic());
    }

    @Override
    public synchronized void subscribed(String cloud, String topic) {
        if (served.add(cloud + topic)) {
            await(cloud, topic, 1);
        }
    }

    private synchronized void await(String cloud, String topic, int message) {
        long pause = message == MESSAGES ? LAST_PAUSE : PAUSE;
        if (!closed) {
            pending.put(cloud + topic, time.schedule(pause, () -> type(cloud, topic, message)));
        }
    }

    private void type(String cloud, String topic, int message) {
        notices.say(
                Code.CLOUD_DEMO, "the sandbox's console sends message " + message + " of " + MESSAGES + " to " + topic);
        send(cloud, topic, Payload.of("message " + message + " from the console"));
        if (message < MESSAGES) {
            await(cloud, topic, message + 1);
        }
    }

    private void send(String cloud, String topic, Payload message) {
        if (cloud.equals("aliyun")) {
            clouds.aliyun().send(topic, message);
        } else {
            clouds.tencent().send(topic, message);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        pending.values().forEach(Alarm::cancel);
    }
}
