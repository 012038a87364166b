package io.qpy.wiring.peer;

import io.qpy.device.Device;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.device.flash.Flash;
import io.qpy.device.flash.Ignored;
import io.qpy.device.time.Time;
import io.qpy.module.DeviceModule;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** One life of a peer in Python: a thread, an interpreter, a device. */
final class PeerRun {
    private static final String DRIVER = "_peer";

    private final QpyRuntime runtime;
    private final Script script;
    private final PythonPeer peer;
    private final Time time;
    private final Device device;
    private final PeerHost host;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile Session session;
    private volatile boolean ended;

    PeerRun(QpyRuntime runtime, PeerScript file, PythonPeer peer, Time time) throws IOException {
        this.runtime = runtime;
        this.script = file.script();
        this.peer = peer;
        this.time = time;
        device = Device.builder()
                .time(time)
                .flash(Flash.inMemory(file.folder(), Ignored.USUAL))
                .console(new Console(
                        InputStream.nullInputStream(), new Lines(peer::tell), OutputStream.nullOutputStream()))
                .notices(new Notices(notice -> peer.tell(notice.text())))
                .build();
        host = new PeerHost(peer, device);
    }

    PeerHost host() {
        return host;
    }

    /** Begins; the device's time stands still until the script's turn has come. */
    void begin() {
        int place = time.expect();
        Thread thread = new Thread(() -> live(place), "qpy-peer");
        thread.setDaemon(true);
        thread.start();
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live(int place) {
        DeviceModule driver = DeviceModule.of(DRIVER, PeerRun.class, context -> host);
        try (Session own = runtime.with(List.of(driver)).start(device, false)) {
            session = own;
            ready.countDown();
            time.enter(place);
            if (!ended) {
                Outcome outcome = own.drive(DRIVER, script);
                if (!ended && outcome.ending() != Outcome.Ending.FINISHED) {
                    peer.tell("it has ended");
                }
            }
        } finally {
            host.end();
            time.leave();
            ready.countDown();
        }
    }

    /** Ends it, from any thread. */
    void end() {
        ended = true;
        Session present = session;
        if (present != null) {
            present.expire();
        }
    }

    /** Shows what the script prints, line by line. */
    private static final class Lines extends OutputStream {
        private final Consumer<String> person;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(Consumer<String> person) {
            this.person = person;
        }

        @Override
        public synchronized void write(int value) {
            if (value == '\n') {
                person.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (value != '\r') {
                line.write(value);
            }
        }
    }
}
