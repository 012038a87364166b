package io.qpy.tests;

import io.qpy.support.Program;
import io.qpy.support.RequiresPrograms;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of the Modbus logger a hundred times: the same results, output and order of events each time. */
@Tag("nightly")
@RequiresPrograms({"env", "python3"})
class RepetitionTest {
    @TempDir
    private Path home;

    @Test
    void aDayIsTheSameEachTime() throws Exception {
        Program.of(
                        "env",
                        "QPY_HOME=" + home,
                        "QPY_CACHE=" + home.resolve("cache"),
                        "python3",
                        "repeat",
                        "100",
                        "../samples/modbus-logger/test_logger.py::test_a_day")
                .run();
    }
}
