package io.qpy.cli;

import io.qpy.device.Notice;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.device.flash.Flash;
import io.qpy.device.time.Time;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Session;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Config;
import io.qpy.wiring.Wiring;
import io.qpy.wiring.WorldTime;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A throw-away device that is switched on, for a block of a document or for a page of them. */
final class DocDevice implements AutoCloseable {
    /** How long a block whose main program has ended may still be called by timers and interrupts. */
    private static final int EVENTS_SECONDS = 5;

    private final CapturedOutput output = new CapturedOutput();
    private final List<Notice> said = new CopyOnWriteArrayList<>();
    private final DocInterpreters interpreters;
    private final Interpreter interpreter;
    private final Wiring wiring;
    private final Session session;
    private final HeapLimit heap;
    private boolean callbacks;

    DocDevice(DocInterpreters interpreters, DeviceOptions options, Config config) {
        this.interpreters = interpreters;
        Notices notices = new Notices(said::add);
        Clouds clouds = Clouds.forgetful(config, WorldTime.real().seeded(options.seed));
        wiring = new Wiring(options.policy(), config, notices, clouds, null);
        Console console = new Console(InputStream.nullInputStream(), output, output);
        interpreter = interpreters.take();
        session = interpreters.runtime().start(interpreter, wiring.device(Flash.inMemory(), console), options.strict);
        session.giveUpEventsAfter(Time.seconds(EVENTS_SECONDS));
        heap = HeapLimit.watch(options.heap, session, notices);
    }

    Session session() {
        return session;
    }

    /** Whether it can run more: its time was not up. */
    boolean isOn() {
        return !session.isExpired();
    }

    /** What it has printed. */
    CapturedOutput output() {
        return output;
    }

    /** What qpy has said about it. */
    List<Notice> said() {
        return said;
    }

    /** What qpy has said last, after so many lines, in brackets and without its place; empty where it has said nothing. */
    String explanation(int lines) {
        return said.size() <= lines
                ? ""
                : " (" + said.get(said.size() - 1).text().replaceFirst("^\\S+?:\\d+(:\\d+)?: ", "") + ")";
    }

    /** Whether something that was typed may print later. */
    boolean hasCallbacks() {
        return callbacks;
    }

    void expectCallbacks() {
        callbacks = true;
    }

    /** Switches it off. */
    @Override
    public void close() {
        heap.close();
        if (session.release()) {
            interpreters.giveBack(interpreter);
        } else {
            session.close();
        }
        wiring.close();
    }
}
