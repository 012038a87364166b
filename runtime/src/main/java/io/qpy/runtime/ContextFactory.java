package io.qpy.runtime;

import io.qpy.runtime.graalpy.TextBuffer;
import io.qpy.runtime.graalpy.TextConstructors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Makes the interpreter of a device world. Of the PC it gets the console and threads; files are the device's flash and
 * GraalPy's own library, and nothing else is let through: no class look-up, no host members, no sockets, no processes,
 * no environment, no native code.
 */
final class ContextFactory {
    private ContextFactory() {}

    static Engine engine() {
        Unmanaged.makePlatformServer();
        TextBuffer.install();
        TextConstructors.install();
        return Engine.newBuilder("python")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    static Context context(Engine engine, DeviceSlot slot) {
        return context(engine, slot, new ReadOnlyLibrary(new FlashFileSystem(slot)));
    }

    static Context context(Engine engine, DeviceSlot slot, FileSystem fileSystem) {
        IOAccess files = IOAccess.newBuilder().fileSystem(fileSystem).build();
        return Context.newBuilder("python")
                .engine(engine)
                .allowHostAccess(HostAccess.NONE)
                .allowHostClassLookup(name -> false)
                .allowHostClassLoading(false)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowNativeAccess(false)
                .allowCreateProcess(false)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowCreateThread(true)
                .allowIO(files)
                .allowExperimentalOptions(true)
                .option("python.PosixModuleBackend", "java")
                .option("python.NoSiteFlag", "true")
                .option("python.CatchAllExceptions", "true") // GraalPy's own faults are SystemErrors
                .option("python.IgnoreEnvironmentFlag", "true")
                .option("python.DontWriteBytecodeFlag", "true")
                .in(slot.input())
                .out(slot.output())
                .err(slot.errors())
                .build();
    }
}
