package io.qpy.runtime;

import com.oracle.graal.python.runtime.PythonContext;
import com.oracle.truffle.api.TruffleLanguage;
import io.qpy.device.Device;
import io.qpy.module.Callbacks;
import io.qpy.module.DeviceModule;
import io.qpy.module.LibraryCode;
import io.qpy.module.ModuleContext;
import io.qpy.module.ScriptThreads;
import io.qpy.runtime.graalpy.Walls;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;

/**
 * An interpreter in which the boot code has run and no script has. It may be ready before its device is known; it serves
 * one session, on the thread that made it, and another after one of which {@linkplain Session#release() nothing is left}.
 */
public final class Interpreter implements AutoCloseable {
    private final DeviceSlot slot = new DeviceSlot();
    private final Engine engine;
    private final Context context;
    private final PythonContext python;
    private final CompiledCode code;
    private final BootCode bootCode;
    private final Value boot;
    private final InterruptInstrument.Interrupter interrupter;
    private volatile TurnTaking turns;
    private volatile boolean preparedForThreads;

    Interpreter(Engine engine, StartupTimes times) {
        this.engine = engine;
        ReadOnlyLibrary files = new ReadOnlyLibrary(new FlashFileSystem(slot));
        context = ContextFactory.context(engine, slot, files);
        times.end("context");
        context.initialize("python");
        times.end("Python");
        context.enter();
        try {
            python = PythonContext.get(null);
            files.show(Path.of(Walls.libraryFolder(python)));
            code = new CompiledCode(context, python.getLanguage(), Walls.build(python, ReadOnlyLibrary.SHOWN));
            interrupter = engine.getInstruments()
                    .get(InterruptInstrument.ID)
                    .lookup(InterruptInstrument.Service.class)
                    .attach();
        } finally {
            context.leave();
        }
        bootCode = new BootCode(context, code);
        boot = bootCode.run();
        times.end("boot code");
    }

    /** Gives it its device. */
    void attach(Device device, List<DeviceModule> modules, Callbacks callbacks, Bugs bugs, boolean strict) {
        slot.fill(device);
        turns = TurnTaking.begin(python);
        Seam seam = new Seam(
                modules, new ModuleContext(device, callbacks, new Threads(device)), code, strict, slot::outputIsLost);
        boot.invokeMember("start", new HostObject(seam, marshal(bugs)));
    }

    private final class Threads implements ScriptThreads {
        private final Device device;

        Threads(Device device) {
            this.device = device;
        }

        @Override
        public void prepare() {
            prepareForThreads();
        }

        @Override
        public Future<Void> raiseExitIn(Thread thread) {
            return raise(device, thread, InterruptInstrument.THREAD_EXIT);
        }
    }

    /**
     * Initializes the language of regular expressions. When it is first used, that would wait until each thread has come to a step
     * of its code, and one that waits for a message does not.
     */
    private void prepareForThreads() {
        if (!preparedForThreads) {
            TruffleLanguage.Env env = python.getEnv();
            env.initializeLanguage(env.getInternalLanguages().get("regex"));
            preparedForThreads = true;
        }
    }

    private Marshal marshal(Bugs bugs) {
        return new Marshal(boot, python.getLanguage(), bugs, this::prepareForThreads);
    }

    /**
     * Loads library code that needs no device.
     *
     * @param host its host object
     * @param parts the names of its parts as {@link LibraryCode} has them, beside the host's class; each may import those before it
     */
    public Tool tool(Object host, List<String> parts) {
        return new Tool(bootCode, marshal(new Bugs()), host, parts);
    }

    /** Raises an exception in one of its threads, waiting or not; {@link InterruptInstrument.Interrupter#raise}. */
    Future<Void> raise(Device device, Thread thread, String raiser) {
        Future<Void> raised = interrupter.raise(thread, raiser);
        device.waits().interrupt(thread, raised);
        return raised;
    }

    /** Takes its device from it again; whether nothing of what ran on it is left, such as text that nobody would read. */
    boolean release() {
        turns.close();
        boolean pristine = !slot.outputIsLost() && boot.invokeMember("release").asBoolean();
        if (pristine) {
            slot.empty();
        }
        return pristine;
    }

    /** Whether Truffle compiles what runs often; without its compiler, it interprets for ever. */
    public boolean compiles() {
        return !engine.getImplementationName().equals("Interpreted");
    }

    Value boot() {
        return boot;
    }

    InterruptInstrument.Interrupter interrupter() {
        return interrupter;
    }

    /** Ends what runs in it, its threads too. */
    void stop() {
        if (turns != null) {
            turns.close();
        }
        context.close(true);
    }

    @Override
    public void close() {
        stop();
    }
}
