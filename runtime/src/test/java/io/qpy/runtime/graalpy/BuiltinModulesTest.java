package io.qpy.runtime.graalpy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.graal.python.runtime.PythonContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of built-in modules is complete, and what it takes out is gone. */
class BuiltinModulesTest {
    /** GraalPy has them on Windows only. */
    private static final Set<String> OF_WINDOWS = Set.of("_winapi", "msvcrt", "nt", "winreg");

    private static Context context;
    private static Set<String> before;
    private static PythonContext python;

    @BeforeAll
    static void build() {
        TextBuffer.install();
        TextConstructors.install(); // no later engine of this JVM could have them
        context = Context.newBuilder("python")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .option("python.NoSiteFlag", "true")
                .option("python.PosixModuleBackend", "java")
                .build();
        context.initialize("python");
        context.enter();
        python = PythonContext.get(null);
        before = new TreeSet<>(new BuiltinModules(python).names());
        Walls.build(python, "/graalpy");
    }

    @AfterAll
    static void close() {
        context.leave();
        context.close();
    }

    @Test
    void eachModuleHasItsLine() {
        Set<String> listed = new TreeSet<>(BuiltinModuleTable.table().keySet());
        listed.removeIf(name -> OF_WINDOWS.contains(name) && !before.contains(name));
        assertEquals(before, listed, "builtin-modules.txt is to name each module that GraalPy has, and no other");
    }

    @Test
    void eachLineHasAReason() throws IOException {
        List<String> lines;
        try (var in = getClass().getResourceAsStream("/qpy/builtin-modules.txt")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .toList();
        }
        for (int i = 0; i < lines.size(); i += 2) {
            String name = lines.get(i);
            assertFalse(name.startsWith(" "), name);
            assertTrue(lines.get(i + 1).startsWith("    "), "no reason for " + name);
        }
    }

    @Test
    void whatIsTakenOutIsGone() {
        Set<String> left = new TreeSet<>(new BuiltinModules(python).names());
        BuiltinModuleTable.table().forEach((name, entry) -> {
            if (before.contains(name)) {
                assertEquals(!entry.isTakenOut(), left.contains(name), name);
            }
        });
    }

    @Test
    void namesThatStayAreThere() {
        BuiltinModules modules = new BuiltinModules(python);
        BuiltinModuleTable.table().forEach((name, entry) -> {
            if (!entry.others() && !entry.isTakenOut() && before.contains(name)) {
                Set<String> there = new TreeSet<>();
                modules.module(name).getAttributeNames().forEach(each -> there.add(each.toString()));
                assertTrue(there.containsAll(entry.names()), () -> name + " has " + there);
            }
        });
    }
}
