package io.qpy.runtime;

import io.qpy.device.Console;
import io.qpy.device.Device;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
        return Engine.newBuilder("python")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    static Context context(Engine engine, Device device) {
        Console console = device.console();
        IOAccess files = IOAccess.newBuilder()
                .fileSystem(
                        FileSystem.allowInternalResourceAccess(new FlashFileSystem(device.flash(), device.notices())))
                .build();
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
                .option("python.IgnoreEnvironmentFlag", "true")
                .option("python.DontWriteBytecodeFlag", "true")
                .in(device.input())
                .out(new Unclosable(console.output()))
                .err(new Unclosable(console.errors()))
                .build();
    }

    /** A stream of the console's, which outlives the interpreter that writes to it. */
    private static final class Unclosable extends FilterOutputStream {
        Unclosable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
