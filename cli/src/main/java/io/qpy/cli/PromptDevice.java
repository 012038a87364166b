package io.qpy.cli;

import io.qpy.device.Device;
import io.qpy.device.Notice;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Session;
import io.qpy.start.Invocation;
import io.qpy.wiring.Config;
import io.qpy.wiring.Wiring;
import io.qpy.wiring.WorldTime;
import java.io.IOException;
import java.util.function.Consumer;

/** A stored device with everything around it, for a command that prompts; closing it switches the device off. */
final class PromptDevice implements AutoCloseable {
    private final DeviceOptions options;
    private final DeviceStore store;
    private final Notices notices;
    private final Wiring wiring;
    private final Device device;
    private final Invocation invocation;
    private HeapLimit heap;
    private Session last;

    /** Makes what the device is made of; {@code say} shows a line of qpy's own. */
    PromptDevice(
            Invocation invocation, DeviceOptions options, StoredDevice stored, Consumer<Notice> say, Console console)
            throws IOException {
        this.invocation = invocation;
        this.options = options;
        stored.in(invocation.folder());
        notices = options.quiet ? Notices.discarding() : new Notices(say);
        store = DeviceStore.ofUser();
        Config config = Config.of(stored.configuredFrom());
        wiring = new Wiring(
                options.policy(),
                config,
                notices,
                stored.clouds(config, store, notices, WorldTime.real().seeded(options.seed)),
                invocation.isReachable() ? store.home() : null);
        device = wiring.device(stored.flash(store), console);
        Wiring.connect(device);
    }

    /** Makes the interpreter that {@link #start} takes first. */
    void prepare() {
        invocation.runtime().prepareAhead();
    }

    /** Switches the device on, at first and after each reset. */
    synchronized Session start() {
        if (heap != null) {
            heap.close();
        }
        Interpreter interpreter = invocation.runtime().prepare();
        Session session = invocation.start(interpreter, device, options.strict);
        last = session;
        if (!options.quiet) {
            session.review(new TypedCheck(interpreter)::lines);
        }
        heap = HeapLimit.watch(options.heap, session, notices);
        return session;
    }

    Device device() {
        return device;
    }

    Notices notices() {
        return notices;
    }

    DeviceStore store() {
        return store;
    }

    @Override
    public synchronized void close() {
        if (heap != null) {
            heap.close();
        }
        if (last != null) {
            invocation.end(last);
        }
        device.close();
        wiring.close();
    }
}
