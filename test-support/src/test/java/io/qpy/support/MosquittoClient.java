package io.qpy.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's mosquitto_pub or mosquitto_sub, run against a broker: clients that are not ours. */
public final class MosquittoClient implements AutoCloseable {
    private static final int SECONDS = 10;

    private final Process process;

    private MosquittoClient(Process process) {
        this.process = process;
    }

    /** Starts the program; {@code arguments} come after the broker's address. */
    public static MosquittoClient start(InetSocketAddress broker, String program, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program, "-h", "127.0.0.1", "-p"));
        command.add(String.valueOf(broker.getPort()));
        command.addAll(List.of(arguments));
        return new MosquittoClient(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Publishes and waits until the program is done. */
    public static void publish(InetSocketAddress broker, String... arguments) throws IOException, InterruptedException {
        try (MosquittoClient pub = start(broker, "mosquitto_pub", arguments)) {
            String said = pub.output();
            assertEquals(0, pub.exitCode(), said);
        }
    }

    /** Waits for the program's end and returns all that it has printed. */
    public String output() throws IOException, InterruptedException {
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "it does not end");
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The exit code, after {@link #output}. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Sends SIGSTOP: the program neither reads nor reconnects, and its socket stays open. */
    public void stop() throws IOException, InterruptedException {
        Program.of("kill", "-STOP", String.valueOf(process.pid())).run();
    }

    /** Sends SIGKILL: the program has no time to say DISCONNECT. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
