package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.journal.Event;
import io.qpy.testing.QpyDevice;
import io.qpy.testing.ScriptResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A test in Java: the script runs on a device, the test sees what its broker saw. */
class ThermometerTest {
    private static final Path FOLDER = Path.of("src/main/python");

    @Test
    void publishesTheTemperature() throws Exception {
        try (QpyDevice device = QpyDevice.builder().folder(FOLDER).build()) {
            ScriptResult result = device.run(FOLDER.resolve("main.py"));
            assertEquals(0, result.exitCode(), result.output());
            List<String> seen =
                    device.sandbox().journal().events().stream().map(Event::line).toList();
            assertTrue(seen.stream().anyMatch(line -> line.contains("25.0625")), seen.toString());
        }
    }
}
