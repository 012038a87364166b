package io.qpy.runtime.graalpy;

import com.oracle.graal.python.builtins.modules.io.PFileIO;
import com.oracle.graal.python.lib.PyObjectLookupAttr;
import com.oracle.graal.python.runtime.PythonContext;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The console behind sys.stdin, sys.stdout and sys.stderr has numbers that nobody guesses: 0, 1 and 2 are no open files, as
 * on the module.
 */
final class ConsoleStreams {
    private static final Class<?> RESOURCES = resources();
    private static final Field FILES = Internals.field(RESOURCES, "files");
    private static final Field PATHS = Internals.field(RESOURCES, "filePaths");
    private static final String[] NAMES = {"stdin", "stdout", "stderr"};
    private static final int LOWEST = 1 << 30;

    private ConsoleStreams() {}

    private static Class<?> resources() {
        try {
            return Class.forName("com.oracle.graal.python.runtime.PosixResources");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this is not the GraalPy that qpy is pinned to", e);
        }
    }

    static void hide(PythonContext context) {
        int first = ThreadLocalRandom.current().nextInt(LOWEST, Integer.MAX_VALUE - NAMES.length);
        Map<Integer, Object> files = Internals.get(FILES, context.getPosixSupport());
        Map<Integer, String> paths = Internals.get(PATHS, context.getPosixSupport());
        for (int i = 0; i < NAMES.length; i++) {
            files.put(first + i, files.remove(i));
            paths.remove(i);
            Object stream = context.getSysModule().getAttribute(Internals.text(NAMES[i]));
            Object raw = PyObjectLookupAttr.executeUncached(
                    PyObjectLookupAttr.executeUncached(stream, Internals.text("buffer")), Internals.text("raw"));
            PFileIO file = (PFileIO) raw;
            file.setClosed();
            file.setCloseFD(false);
            file.setFD(first + i, context);
        }
    }
}
