package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.device.Device;
import io.qpy.device.console.Console;
import io.qpy.module.DeviceModule;
import io.qpy.module.Exposed;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** Where a session's interrupt becomes KeyboardInterrupt. */
class KeyboardInterruptTest {
    private Session session;

    /** The host object of {@code interrupting.py}. */
    final class Interrupting {
        @Exposed
        void interrupt(Object value) {
            session.interrupt();
            assertEquals(false, ((Value) value).isNull());
        }
    }

    @Test
    void itIsRaisedInPythonThoughItCameWhileJavaAskedSomethingOfAValue() {
        DeviceModule module =
                DeviceModule.of("interrupting", KeyboardInterruptTest.class, context -> new Interrupting());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Device device = Device.builder()
                .console(new Console(InputStream.nullInputStream(), output, output))
                .build();
        session = new QpyRuntime(List.of(module)).start(device, false);
        session.run(Script.of("main.py", Scripts.source("interrupts/keyboard/in_java.py")));
        session.close();
        assertEquals("caught\n", output.toString(StandardCharsets.UTF_8));
    }
}
