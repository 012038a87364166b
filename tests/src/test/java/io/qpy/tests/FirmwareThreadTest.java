package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@code _thread} on several devices, and at the end of a run; the rest is in tests/device/_thread. */
class FirmwareThreadTest {
    private final TestDevice device = new TestDevice();

    /** On every device of a JVM, not only on its first. */
    @Test
    void aBusyLoopLetsOtherThreadsRun() {
        for (int i = 0; i < 3; i++) {
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> new TestDevice().prints("_thread/busy_loop.py"));
        }
    }

    @Test
    void aRunGoesOnUntilItsThreadsHaveEnded() {
        Outcome outcome = device.script("_thread/run_goes_on.py");
        assertEquals(0, outcome.exitCode());
        assertEquals(Scripts.expected("_thread/run_goes_on.py"), device.output());
        assertTrue(device.errors().matches("""
                                Unhandled exception in thread started by <function fails at 0x[0-9a-f]+>
                                Traceback \\(most recent call last\\):
                                  File "main.py", line 9, in fails
                                ImportError: no module named 'nothing_of_this_name'
                                """), device.errors());
    }

    @Test
    void anInterruptEndsTheWaitForThreads() {
        try (Session session = device.start()) {
            CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(
                    () -> session.run(Script.of("main.py", Scripts.source("_thread/waiting.py"))));
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                while (!device.output().contains("in the thread")) {
                    Thread.sleep(10);
                }
                session.interrupt();
                assertEquals(130, outcome.get().exitCode(), () -> device.notices() + device.errors());
            });
        }
    }
}
