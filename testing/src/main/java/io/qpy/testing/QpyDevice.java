package io.qpy.testing;

import io.qpy.device.Device;
import io.qpy.device.console.Console;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.sandbox.Sandbox;
import io.qpy.wiring.Modules;
import io.qpy.wiring.NetMode;
import io.qpy.wiring.Policy;
import io.qpy.wiring.TimeMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A device for tests in Java, with a sandbox of its own. Its flash, radio and servers stay from script to script; each
 * script has a new interpreter, as after a reset.
 *
 * <pre>{@code
 * try (QpyDevice device = QpyDevice.builder().folder(Path.of("src/main/python")).build()) {
 *     device.device().modem().update(…);
 *     assertEquals(0, device.run(Path.of("src/main/python/main.py")).exitCode());
 * }
 * }</pre>
 */
public final class QpyDevice implements AutoCloseable {
    private final QpyRuntime runtime = new QpyRuntime(Modules.all());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(QpyDevice::daemon);
    private final TestNotices notices = new TestNotices();
    private final Recording recording = new Recording(OutputStream.nullOutputStream());
    private final Duration limit;
    private final TestBed bed;

    private QpyDevice(Builder builder) throws IOException {
        limit = builder.limit;
        Console console = new Console(InputStream.nullInputStream(), recording, recording);
        Policy policy = new Policy(builder.net, null, TimeMode.real, null, false);
        bed = new TestBed(builder.folder, policy, console, notices);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "qpy-device-timer");
        thread.setDaemon(true);
        return thread;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Its radio, flash, clock and network, to be read and driven while a script runs, from another thread. */
    public Device device() {
        return bed.device();
    }

    /** Its servers: the broker, the clouds, HTTP, NTP, and the journal of what they see. */
    public Sandbox sandbox() {
        return bed.sandbox();
    }

    /** Runs a file to its end, on this thread. */
    public ScriptResult run(Path file, String... arguments) throws IOException {
        return run(Script.read(file, List.of(arguments)));
    }

    /** Runs a program to its end, on this thread. */
    public ScriptResult run(String source) {
        return run(Script.of("main.py", source));
    }

    private synchronized ScriptResult run(Script script) {
        recording.clear();
        notices.clear();
        Session session = runtime.start(bed.device(), false);
        var deadline = timer.schedule(session::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Outcome outcome = session.run(script);
            return new ScriptResult(outcome, recording.text(), notices.texts());
        } finally {
            deadline.cancel(false);
            session.reset();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        bed.device().close();
        bed.close();
    }

    /** What the device is to be like; without a word, one without files whose network is the sandbox. */
    public static final class Builder {
        private Path folder = Path.of("");
        private NetMode net = NetMode.sim;
        private Duration limit = Duration.ofSeconds(60);

        private Builder() {}

        /** The folder that is the device's {@code /usr}, read only, and where {@code qpy.toml} is looked for. */
        public Builder folder(Path value) {
            folder = value;
            return this;
        }

        /** Who answers the documented hosts; the sandbox unless said otherwise. */
        public Builder net(NetMode value) {
            net = value;
            return this;
        }

        /** How long a script may run; 60 s unless said otherwise. */
        public Builder limit(Duration value) {
            limit = value;
            return this;
        }

        public QpyDevice build() {
            try {
                return new QpyDevice(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
