package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What a test waits for, and what it must not leave behind. */
final class UmqttThreads {
    private static final int SECONDS = 15;

    private UmqttThreads() {}

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void awaitNone() {
        await("threads are left: " + left(), () -> left().isEmpty());
    }

    /** Paho names its threads while they work for it. */
    private static List<String> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("MQTT ") || name.startsWith("qpy-mqtt"))
                .toList();
    }
}
