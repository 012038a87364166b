package io.qpy.tests;

import io.qpy.support.Patience;
import java.util.List;

/** The threads of MQTT clients, which a test must not leave behind. */
final class UmqttThreads {
    private UmqttThreads() {}

    static void awaitNone() {
        Patience.until(() -> left().isEmpty(), () -> "threads are left: " + left());
    }

    private static List<String> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("qpy-mqtt"))
                .toList();
    }
}
