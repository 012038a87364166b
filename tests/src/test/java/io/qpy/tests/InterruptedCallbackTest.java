package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Ctrl-C while GraalPy calls a weak reference's callback, as its own library has them, in the thread of the script: Python
 * ignores what is raised there.
 */
class InterruptedCallbackTest {
    private static final String DEAD_REFERENCE = Scripts.source("interrupts/callbacks/dead_reference.py");

    private final TestDevice device = new TestDevice();

    @Test
    void comesWhenTheCallbackHasReturned() throws InterruptedException {
        interrupt("for i in range(1000): utime.sleep_ms(10)\n", "in the callback\n", 0);
        assertTrue(device.output().contains("returned"), device.output());
    }

    /** The callback is due as soon as the sleep ends, which is when the interrupt is. */
    @Test
    void endsASleepBeforeTheCallback() throws InterruptedException {
        interrupt(
                Scripts.source("interrupts/callbacks/sleep.py"),
                "asleep",
                10); // the line's end may come after the callback's lines
    }

    private void interrupt(String source, String ready, int collections) throws InterruptedException {
        try (Session session = device.start()) {
            Thread person = new Thread(() -> pressWhenReady(session, ready, collections));
            person.start();
            Outcome outcome = session.run(Script.of("main.py", DEAD_REFERENCE + source));
            person.interrupt();
            person.join();
            assertEquals(Outcome.Ending.INTERRUPTED, outcome.ending(), device.errors());
            assertTrue(device.errors().contains("KeyboardInterrupt"), device.errors());
        }
    }

    private void pressWhenReady(Session session, String ready, int collections) {
        try {
            while (!device.output().contains(ready)) {
                collectGarbage();
            }
            for (int i = 0; i < collections; i++) {
                collectGarbage();
            }
            session.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The reference is dead then, and GraalPy looks for such ones every 25 ms. */
    private static void collectGarbage() throws InterruptedException {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(10);
    }
}
