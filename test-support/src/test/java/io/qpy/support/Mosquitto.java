package io.qpy.support;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Debian's broker, on a port of 127.0.0.1: one that is not ours. */
public final class Mosquitto implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
    private static final int SECONDS = 10;

    private final Path folder;
    private final int port;
    private Process process;

    private Mosquitto(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts it; skips the test where it is not installed, unless the environment says CI=true.
     *
     * @param settings lines of mosquitto.conf, besides the listener's
     */
    public static Mosquitto start(Path folder, String settings) throws Exception {
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "mosquitto is not installed (Debian: mosquitto)");
        }
        Mosquitto broker = new Mosquitto(folder, freePort());
        // Started by root, it would become a user who cannot read the test's folder; else the line changes nothing.
        String configuration = "user root\nlistener " + broker.port + " 127.0.0.1\n" + settings + "\n";
        Files.writeString(folder.resolve("mosquitto.conf"), configuration);
        broker.startAgain();
        return broker;
    }

    /**
     * Mosquitto takes port 0 for "no TCP". What Linux gives out for port 0 and to clients begins at 32768: a port below
     * that is not given to another test between this look and the broker's start, or while the broker is down.
     */
    private static int freePort() throws IOException {
        for (int i = 0; i < 100; i++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException e) {
                // Another one, then.
            }
        }
        throw new IOException("no free port between 20000 and 32000");
    }

    /** Starts it on the same port, after {@link #close}. */
    public void startAgain() throws Exception {
        Path log = folder.resolve("mosquitto.log");
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!answers()) {
            Assertions.assertTrue(
                    process.isAlive() && System.nanoTime() < deadline, () -> "mosquitto does not start, see " + log);
            Thread.sleep(20);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(address());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it has logged. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("mosquitto.log"));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Ends it, as kill does; it may be started again. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
