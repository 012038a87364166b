package io.qpy.wiring;

import io.qpy.device.CloudDemo;
import io.qpy.device.Notices;
import io.qpy.sandbox.journal.Payload;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The sandbox's demonstration devices, and the person at the cloud's console whom the documentation's examples wait
 * for: once such a device has subscribed, it is sent five messages, a moment apart.
 */
final class SandboxDemo implements CloudDemo, AutoCloseable {
    private static final int MESSAGES = 5;

    private static final int PAUSE_MILLIS = 400;

    /**
     * Before the last message. The examples count to five with their own message, which comes back to them, and look for
     * exactly five: the last one must not come while a slow PC has not yet looked.
     */
    private static final int LAST_PAUSE_MILLIS = 8000;

    private final Clouds clouds;
    private final Notices notices;
    private final Set<String> served = new HashSet<>();
    private final Set<Thread> typing = new HashSet<>();

    SandboxDemo(Clouds clouds, Notices notices) {
        this.clouds = clouds;
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
            Thread thread = new Thread(() -> type(cloud, topic), "qpy-cloud-console");
            thread.setDaemon(true);
            typing.add(thread);
            thread.start();
        }
    }

    private void type(String cloud, String topic) {
        try {
            for (int i = 1; i <= MESSAGES; i++) {
                Thread.sleep(i == MESSAGES ? LAST_PAUSE_MILLIS : PAUSE_MILLIS);
                notices.say("the sandbox's console sends message " + i + " of " + MESSAGES + " to " + topic);
                send(cloud, topic, Payload.of("message " + i + " from the console"));
            }
        } catch (InterruptedException e) {
            // The device was switched off.
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
        typing.forEach(Thread::interrupt);
    }
}
