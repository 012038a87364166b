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
        Files.writeString(folder.resolve("main.py"), script);
        String[] command = new String[options.length + 5];
        command[0] = "run";
        command[1] = "--fresh";
        command[2] = "--time";
        command[3] = "virtual";
        System.arraycopy(options, 0, command, 4, options.length);
        command[options.length + 4] = "main.py";
        return launcher.run(folder, command);
    }

    @Test
    void aRunGoesOnAsLongAsATimerMayCall() throws Exception {
        Launcher.Ended ended = run("""
                from machine import Timer
                rounds = 0

                def tick(timer):
                    global rounds
                    rounds += 1
                    print('tick', rounds)
                    if rounds == 3:
                        timer.stop()

                Timer(0).start(period=1000, mode=Timer.PERIODIC, callback=tick)
                Timer(1).start(period=5000, mode=Timer.ONE_SHOT, callback=lambda timer: print('last'))
                print('end of main')
                """);
        assertEquals("end of main\ntick 1\ntick 2\ntick 3\nlast\n", ended.output(), ended.errors());
        assertEquals(0, ended.exitCode());
    }

    @Test
    void aRunWaitsForInterruptsUntilItsTime() throws Exception {
        Launcher.Ended ended = run("""
                from machine import ExtInt
                ExtInt(ExtInt.GPIO5, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, print).enable()
                print('end of main')
                """, "--until", "1h");
        assertEquals("end of main\n", ended.output(), ended.errors());
        Launcher.Ended disabled = run("""
                from machine import ExtInt
                ExtInt(ExtInt.GPIO5, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, print).disable()
                """);
        assertEquals(0, disabled.exitCode(), disabled.errors());
    }

    @Test
    void aWatchdogThatIsNotFedRestartsTheModule() throws Exception {
        Launcher.Ended ended = run("""
                from machine import WDT, RTC
                from misc import Power
                import utime
                print(Power.powerOnReason(), Power.powerDownReason())
                if Power.powerOnReason() == 5:
                    raise SystemExit
                dog = WDT(10)
                for _ in range(3):
                    utime.sleep(8)
                    dog.feed()
                print('busy', utime.ticks_ms() // 1000)
                utime.sleep(3600)
                """);
        assertEquals("1 1\nbusy 24\n5 5\n", ended.output(), ended.errors());
        assertEquals(0, ended.exitCode());
        assertEquals(
                "qpy: the watchdog has restarted the module: the script has not fed it for 10 s (machine.WDT)"
                        + " [watchdog]\n",
                ended.errors());
    }

    @Test
    void pinsAreThoseOfTheModel() throws Exception {
        Files.writeString(folder.resolve("qpy.toml"), "[modem]\nmodel = \"EC600N\"\n");
        Launcher.Ended ended = run("""
                from machine import Pin
                print(Pin(Pin.GPIO41).read())
                Pin(42)
                """);
        assertEquals("0\n", ended.output());
        assertTrue(ended.errors().endsWith("""
                        ValueError: invalid pin
                        qpy: the EC600N has no GPIO42: it has GPIO1 to 41 [no-pin]
                        """), ended.errors());
        assertTrue(run("from machine import Pin\nPin.GPIO42\n").errors().endsWith("""
                        AttributeError: type object 'Pin' has no attribute 'GPIO42'
                        qpy: the EC600N has no GPIO42: it has GPIO1 to 41 [no-pin]
                        """));
    }

    /** A document's example ends, though its interrupt would be waited for by a run. */
    @Test
    void anExampleOfADocumentEnds() throws Exception {
        Files.writeString(folder.resolve("page.md"), """
                ```python
                from machine import ExtInt, Timer

                ExtInt(ExtInt.GPIO5, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, print).enable()
                Timer(0).start(period=1000, mode=Timer.PERIODIC, callback=print)
                ```
                """);
        Launcher.Ended ended = launcher.run(folder, "doc", "page.md");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
    }

    @Test
    void theButtonsTestsPass() throws Exception {
        Launcher.Ended ended = launcher.run(Path.of("..").toAbsolutePath().normalize(), "test", "-q", "samples/button");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
    }

    @Test
    void aCallbackThatFailsIsPrintedAndNothingEnds() throws Exception {
        Launcher.Ended ended = run("""
                from machine import Timer

                def none():
                    pass

                Timer(0).start(period=10, mode=Timer.ONE_SHOT, callback=none)
                Timer(1).start(period=20, mode=Timer.ONE_SHOT, callback=lambda timer: print(1 // 0))
                Timer(2).start(period=30, mode=Timer.ONE_SHOT, callback=lambda timer: print('goes on'))
                """);
        assertEquals("goes on\n", ended.output(), ended.errors());
        assertEquals(0, ended.exitCode());
        assertTrue(ended.errors().contains("TypeError: function takes 0 positional arguments but 1 were given\n"));
        assertTrue(ended.errors().contains("ZeroDivisionError: divide by zero\n"), ended.errors());
    }

    @Test
    void aDroppedCallbackIsToldOnce() throws Exception {
        Launcher.Ended ended = run("""
                from machine import Timer
                import utime
                calls = []

                def slow(timer):
                    calls.append(utime.ticks_ms())
                    utime.sleep(1)

                timer = Timer(0)
                timer.start(period=1, mode=Timer.PERIODIC, callback=slow)
                utime.sleep(2)
                timer.stop()
                print(len(calls))
                """);
        assertEquals("2\n", ended.output(), ended.errors());
        assertEquals(1, ended.errors().split("\\[callback-dropped]", -1).length - 1, ended.errors());
    }

    @Test
    void aTimerThatRunsIsToldOf() throws Exception {
        Launcher.Ended ended = run("""
                from machine import Timer
                for period in (10, 20):
                    Timer(0).start(period=period, mode=Timer.ONE_SHOT, callback=lambda timer: print('called'))
                """);
        assertEquals("called\n", ended.output());
        assertEquals(
                "qpy: main.py:3: timer-runs: Timer.start() of a timer that was not stopped changes its callback, and nothing"
                        + " else. Call stop() first.\n",
                ended.errors());
    }
}
