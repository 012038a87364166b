package io.qpy.runtime;

import io.qpy.device.Device;
import io.qpy.device.flash.Flash;
import io.qpy.module.DeviceModule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Engine;

/** The modules that devices have: what starts sessions. */
public final class QpyRuntime implements AutoCloseable {
    private final List<DeviceModule> modules;
    private final SharedEngine engine;
    private final AtomicReference<Interpreter> ahead = new AtomicReference<>();

    public QpyRuntime(List<DeviceModule> modules) {
        this(modules, new SharedEngine());
    }

    private QpyRuntime(List<DeviceModule> modules, SharedEngine engine) {
        this.engine = engine;
        this.modules = List.copyOf(modules);
    }

    /** The same with more modules. */
    public QpyRuntime with(List<DeviceModule> more) {
        List<DeviceModule> all = new ArrayList<>(modules);
        all.addAll(more);
        return new QpyRuntime(all, engine);
    }

    /** Begins to make the engine, on a thread of its own. */
    public void makeEngineAhead() {
        engine.makeAhead();
    }

    /** Makes the interpreter that the first to ask for one gets. */
    public void prepareAhead() {
        ahead.set(prepare());
    }

    /** As {@link #prepareAhead}; an empty script has run in it on a throw-away device, and the next one starts sooner for it. */
    public void rehearseAhead() {
        Interpreter interpreter = prepare();
        Session session =
                start(interpreter, Device.builder().flash(Flash.inMemory()).build(), false);
        session.run(new Script("main.py", "", List.of()));
        end(session);
        if (!hasOneAhead()) {
            prepareAhead();
        }
    }

    /** Whether the first to ask for an interpreter gets one at once. */
    public boolean hasOneAhead() {
        return ahead.get() != null;
    }

    /** Switches a device off; its interpreter is for the first to ask for one, if nothing is left in it. */
    public void end(Session session) {
        if (session.release()) {
            keep(session.interpreter());
        } else {
            session.close();
        }
    }

    /** Has an interpreter in which no script has run, or of which a session was released, be that of the first to ask for one. */
    public void keep(Interpreter interpreter) {
        if (!ahead.compareAndSet(null, interpreter)) {
            interpreter.close();
        }
    }

    /** Makes an interpreter for a device that is not known yet, or gives that which was made ahead. */
    public Interpreter prepare() {
        return prepare(StartupTimes.sinceNow());
    }

    /** As {@link #prepare()}, and notes what took how long. */
    public Interpreter prepare(StartupTimes times) {
        Interpreter made = ahead.getAndSet(null);
        if (made != null) {
            return made;
        }
        BootCode.read(); // while the engine is being made
        Engine shared = engine.get();
        times.end("engine");
        return new Interpreter(shared, times);
    }

    /**
     * Switches a device on. Closing the session switches it off and closes it.
     *
     * @param strict whether a script that the module would refuse is refused here too
     */
    public Session start(Device device, boolean strict) {
        return start(prepare(), device, strict);
    }

    /** Switches a device on, in an interpreter that has not served another. */
    public Session start(Interpreter interpreter, Device device, boolean strict) {
        return new Session(interpreter, modules, device, strict);
    }

    /** Runs one script on a device and switches the device off. */
    public Outcome run(Script script, Device device) {
        try (Session session = start(device, false)) {
            return session.run(script);
        }
    }

    /** Ends the interpreters that there still are, and what compiles for them. */
    @Override
    public void close() {
        engine.close();
    }
}
