package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code machine} under {@code qpy run}; what single calls do is in tests/device/machine and tests/qpytest. */
class MachineTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private Launcher launcher;

    @BeforeEach
    void findTheCommand() {
        launcher = new Launcher(home);
    }

    private Launcher.Ended run(String script, String... options) throws Exception {
        return launcher.runInVirtualTime(folder, Scripts.path(script), options);
    }

    /** The script ends with 0 and prints what stands beside it. */
    private Launcher.Ended prints(String script, String... options) throws Exception {
        Launcher.Ended ended = run(script, options);
        assertEquals(Scripts.expected(script), ended.output(), ended.errors());
        assertEquals(0, ended.exitCode(), ended.errors());
        return ended;
    }

    @Test
    void aRunGoesOnAsLongAsATimerMayCall() throws Exception {
        Launcher.Ended ended = prints("machine/timers.py");
        assertEquals("", ended.errors());
    }

    @Test
    void aRunWaitsForInterruptsUntilItsTime() throws Exception {
        prints("machine/interrupt.py", "--until", "1h");
        prints("machine/disabled_interrupt.py");
    }

    @Test
    void aWatchdogThatIsNotFedRestartsTheModule() throws Exception {
        Launcher.Ended ended = prints("machine/watchdog.py");
        assertEquals(
                "qpy: the watchdog has restarted the module: the script has not fed it for 10 s (machine.WDT)"
                        + " [watchdog]\n",
                ended.errors());
    }

    @Test
    void pinsAreThoseOfTheModel() throws Exception {
        Files.writeString(folder.resolve("qpy.toml"), "[modem]\nmodel = \"EC600N\"\n");
        Launcher.Ended ended = run("machine/no_pin.py");
        assertEquals(Scripts.expected("machine/no_pin.py"), ended.output());
        assertTrue(ended.errors().endsWith("""
                        ValueError: invalid pin
                        qpy: the EC600N has no GPIO42: it has GPIO1 to 41 [no-pin]
                        """), ended.errors());
        assertTrue(run("machine/no_pin_constant.py").errors().endsWith("""
                        AttributeError: type object 'Pin' has no attribute 'GPIO42'
                        qpy: the EC600N has no GPIO42: it has GPIO1 to 41 [no-pin]
                        """));
    }

    @Test
    void theButtonsTestsPass() throws Exception {
        Launcher.Ended ended = launcher.run(Path.of("..").toAbsolutePath().normalize(), "test", "-q", "samples/button");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
    }

    @Test
    void aCallbackThatFailsIsPrintedAndNothingEnds() throws Exception {
        Launcher.Ended ended = prints("machine/failing_callbacks.py");
        assertTrue(ended.errors().contains("TypeError: function takes 0 positional arguments but 1 were given\n"));
        assertTrue(ended.errors().contains("ZeroDivisionError: divide by zero\n"), ended.errors());
    }

    @Test
    void aDroppedCallbackIsToldOnce() throws Exception {
        Launcher.Ended ended = prints("machine/dropped_callback.py");
        assertEquals(1, ended.errors().split("\\[callback-dropped]", -1).length - 1, ended.errors());
    }

    @Test
    void aTimerThatRunsIsToldOf() throws Exception {
        Launcher.Ended ended = prints("machine/running_timer.py");
        assertEquals(
                "qpy: main.py:3: timer-runs: Timer.start() of a timer that was not stopped changes its callback, and"
                        + " nothing else. Call stop() first.\n",
                ended.errors());
    }
}
