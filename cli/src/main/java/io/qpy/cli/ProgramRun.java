package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.start.Invocation;
import io.qpy.wiring.WorldTime;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A program on one device, from its first session through each restart of the module to its end. */
final class ProgramRun implements Closeable {
    private final Invocation invocation;
    private final DeviceOptions options;
    private final Device device;
    private final Round round;
    private final Session first;
    private volatile Session session;
    private volatile boolean over; // --until

    /** @param round has the interpreter of the first session, and ends the last */
    ProgramRun(Invocation invocation, DeviceOptions options, Device device, Round round) throws IOException {
        this.invocation = invocation;
        this.round = round;
        this.options = options;
        this.device = device;
        first = invocation.start(round.interpreter(), device, options.strict);
        session = first;
    }

    /** The session that runs, or ran last. */
    Session session() {
        return session;
    }

    boolean hasRestarted() {
        return session != first;
    }

    /** Whether the moment of {@link #endAt} has come. */
    boolean isOver() {
        return over;
    }

    /** Ends the run when so much of the device's time has passed. */
    void endAt(Duration until, WorldTime world) {
        world.at(until, () -> {
            over = true;
            session.expire();
        });
    }

    /** Runs the program, and again each time it restarts the module. */
    Outcome run(Limits limits, Program program) throws IOException {
        Script script = program.script();
        if (device.bootFiles().hasUpdate()) {
            update(limits);
            script = program.afterUpdate(device.flash());
            startAnew();
        }
        Outcome outcome = run(limits, script);
        while (outcome.ending() == Outcome.Ending.RESTARTED) {
            if (device.bootFiles().hasUpdate()) {
                startAnew();
                update(limits);
            }
            Optional<Script> next = program.afterRestart(device.flash());
            if (next.isEmpty()) {
                device.notices()
                        .say(Code.NO_MAIN, "there is no /usr/" + program.nameAfterRestart() + " that would run now");
                return outcome;
            }
            startAnew();
            if (over) {
                return outcome;
            }
            outcome = run(limits, next.get());
        }
        return outcome;
    }

    private void startAnew() throws IOException {
        session.reset();
        session = invocation.start(invocation.runtime().prepare(), device, options.strict);
    }

    /** Applies the update that waits. One that was interrupted waits for the next start. */
    private void update(Limits limits) {
        Session present = session;
        Outcome ignored = limits.run(present, present::update);
    }

    private Outcome run(Limits limits, Script script) {
        HeapLimit heap = HeapLimit.watch(options.heap, session, device.notices());
        try {
            return limits.run(session, script);
        } finally {
            heap.close();
        }
    }

    @Override
    public void close() {
        round.end(session);
    }
}
