package io.qpy.sandbox.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's mosquitto_pub or mosquitto_sub, run against a broker: clients that are none of ours. */
final class Mosquitto implements AutoCloseable {
    private static final int SECONDS = 10;

    private final Process process;

    private Mosquitto(Process process) {
        this.process = process;
    }

    static Mosquitto start(MqttService broker, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program, "-h", "127.0.0.1", "-p"));
        command.add(String.valueOf(broker.address().getPort()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Mosquitto(process);
    }

    /** Publishes and waits until the program is done. */
    static void publish(MqttService broker, String... arguments) throws IOException, InterruptedException {
        try (Mosquitto pub = start(broker, "mosquitto_pub", arguments)) {
            String said = pub.output();
            assertEquals(0, pub.exitCode(), said);
        }
    }

    /** All it printed, when it has ended by itself. */
    String output() throws IOException, InterruptedException {
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "it does not end");
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    /** SIGSTOP: it neither reads nor reconnects any more, and its socket stays open. */
    void stop() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start();
        assertEquals(0, kill.waitFor());
    }

    /** SIGKILL: it has no time to say DISCONNECT. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
