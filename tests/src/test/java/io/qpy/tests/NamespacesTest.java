package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qpy.module.DeviceModule;
import io.qpy.module.LibraryCode;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Modules and library code have two namespaces: neither is ever found for the other. */
class NamespacesTest {
    /** A module with the name of a piece of library code; its facade is a test's resource. */
    private static final DeviceModule TEXTS = DeviceModule.of("texts", NamespacesTest.class);

    private static String run(List<DeviceModule> more, String script) throws IOException {
        TestDevice device = new TestDevice();
        QpyRuntime runtime = TestDevice.RUNTIME.with(more);
        try (Session session = device.start(runtime, runtime.prepare())) {
            session.run(Script.of("main.py", Files.readString(Path.of("namespaces", script))));
        }
        return device.output() + device.errors();
    }

    @Test
    void aModuleMayBeCalledAsLibraryCodeIs() throws IOException {
        assertEquals("the module\nname 'missing' isn't defined\nthe module\n", run(List.of(TEXTS), "module.py"));
    }

    @Test
    void aScriptImportsNoLibraryCode() throws IOException {
        assertEquals("", run(List.of(), "library.py"));
    }

    @Test
    void noNameIsBoth() {
        assertThrows(IllegalArgumentException.class, () -> DeviceModule.of("dialect/texts", NamespacesTest.class));
        assertThrows(IllegalArgumentException.class, () -> LibraryCode.part(NamespacesTest.class, "texts"));
    }
}
