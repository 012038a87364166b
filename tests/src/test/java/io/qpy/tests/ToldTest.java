package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.Flash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The line that explains what a script failed at: each script of tests/told says in its first line what is to be said. */
class ToldTest {
    private static final Path SCRIPTS = Path.of("told");
    private static final String SAYS = "# says: ";

    @TestFactory
    Stream<DynamicTest> eachScriptIsTold() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            scripts = files.filter(ToldTest::says).sorted().toList();
        }
        assertTrue(scripts.size() > 15, "only " + scripts.size());
        return scripts.stream().map(script -> DynamicTest.dynamicTest(script.toString(), () -> isTold(script)));
    }

    private static boolean says(Path file) {
        try {
            return file.toString().endsWith(".py") && Files.readString(file).startsWith(SAYS);
        } catch (IOException e) {
            return false;
        }
    }

    private static void isTold(Path file) throws IOException {
        String source = Files.readString(file);
        TestDevice device = new TestDevice().flash(Flash.inMemory(SCRIPTS));
        device.run(source);
        String says = source.lines().findFirst().orElseThrow().substring(SAYS.length());
        assertEquals(1, device.notices().size(), device.errors() + device.notices());
        assertTrue(device.notices().get(0).startsWith(says), () -> "not " + says + " but " + device.notices());
    }
}
