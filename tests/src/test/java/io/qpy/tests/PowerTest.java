package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script that switches the module off, or restarts it, under {@code qpy run}. */
class PowerTest {
    private static final String RESTARTED =
            "qpy: the script has restarted the module (misc.Power.powerRestart) [power]\n";

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
        return launcher.runMain(folder, Scripts.path(script), options);
    }

    @Test
    void theScriptBeginsAgain() throws Exception {
        Launcher.Ended ended = launcher.runInVirtualTime(folder, Scripts.path("power/restarting.py"));
        assertEquals(Scripts.expected("power/restarting.py"), ended.output(), ended.errors());
        assertEquals(
                RESTARTED + RESTARTED + "qpy: the script has switched the module off (misc.Power.powerDown) [power]\n",
                ended.errors());
        assertEquals(0, ended.exitCode());
    }

    /** An update over the air ends so. */
    @Test
    void itIsTheOneThatTheScriptHasWritten() throws Exception {
        Launcher.Ended ended = run("power/update.py");
        assertEquals(Scripts.expected("power/update.py"), ended.output(), ended.errors());
        assertEquals(0, ended.exitCode());
        assertEquals(Scripts.source("power/update.py"), Files.readString(folder.resolve("main.py")));
    }

    /** facts-board.md B11.22: before it looks for a script. */
    @Test
    void aStartPutsAnUpdateOverTheAirInPlace() throws Exception {
        Launcher.Ended ended = run("power/over_the_air.py");
        assertEquals(Scripts.expected("power/over_the_air.py"), ended.output(), ended.errors());
        assertEquals(RESTARTED, ended.errors());
        assertEquals(0, ended.exitCode());
    }

    /** The process ended before the restart. */
    @Test
    void theNextRunPutsItInPlace() throws Exception {
        Files.writeString(folder.resolve("stay"), "");
        Files.copy(Scripts.path("power/over_the_air.py"), folder.resolve("main.py"));
        Launcher.Ended ended = launcher.run(folder, "run", "main.py");
        assertEquals("old\n", ended.output(), ended.errors());
        ended = launcher.run(folder, "run", "main.py");
        assertEquals(
                Scripts.expected("power/over_the_air.py").replaceFirst("old\n", ""), ended.output(), ended.errors());
    }

    /** facts-board.md B2.62, B3.21. */
    @Test
    void theAlarmSwitchesItOn() throws Exception {
        Files.writeString(folder.resolve("qpy.toml"), "[modem]\nmodel = \"EC200U\"\n");
        Launcher.Ended ended = launcher.runInVirtualTime(folder, Scripts.path("power/alarm.py"));
        assertEquals(Scripts.expected("power/alarm.py"), ended.output(), ended.errors());
        assertEquals(
                "qpy: the script has switched the module off (misc.Power.powerDown); its alarm switches it on again"
                        + " [power]\n",
                ended.errors());
        Files.writeString(folder.resolve("qpy.toml"), "[modem]\nmodel = \"EC600N\"\n");
        ended = launcher.runInVirtualTime(folder, Scripts.path("power/alarm.py"));
        assertEquals("off\n", ended.output(), ended.errors());
    }

    /** facts-board.md B4.7. */
    @Test
    void itWakesFromPowerSavingMode() throws Exception {
        Files.writeString(folder.resolve("qpy.toml"), "[board]\nusb = false\n");
        Launcher.Ended ended = launcher.runInVirtualTime(folder, Scripts.path("power/saving.py"));
        assertEquals(Scripts.expected("power/saving.py"), ended.output(), ended.errors());
        assertEquals(
                "qpy: the module is in power saving mode (PSM), and starts again in 570 s [power]\n", ended.errors());
        assertEquals(0, ended.exitCode());
    }

    /** facts-board.md B2.121: the module stays on. */
    @Test
    void theInterpreterAloneBeginsAgain() throws Exception {
        Launcher.Ended ended = launcher.runInVirtualTime(folder, Scripts.path("power/softly.py"));
        assertEquals(Scripts.expected("power/softly.py"), ended.output(), ended.errors());
        assertEquals("qpy: the script has started the interpreter again (machine.SoftReset) [power]\n", ended.errors());
    }

    @Test
    void afterWhatWasTypedComesMain() throws Exception {
        String typed = "from misc import Power; Power.powerRestart()";
        Launcher.Ended ended = launcher.run(folder, "run", "--fresh", "-c", typed);
        assertEquals(RESTARTED + "qpy: there is no /usr/main.py that would run now [no-main]\n", ended.errors());
        assertEquals(0, ended.exitCode());
        Files.writeString(folder.resolve("main.py"), "print('main')");
        ended = launcher.run(folder, "run", "--fresh", "-c", typed);
        assertEquals("main\n", ended.output(), ended.errors());
    }

    @Test
    void theTimesThatEndARunAreThoseOfAllOfIt() throws Exception {
        Launcher.Ended ended =
                launcher.runInVirtualTime(folder, Scripts.path("power/restarting.py"), "--until", "1500ms");
        assertEquals("boot 0 1\n.\n.\nboot 1 2\n.\n", ended.output(), ended.errors());
        assertEquals(0, ended.exitCode());
        ended = run("power/restart.py", "--timeout", "2s");
        assertEquals(42, ended.exitCode(), ended.errors());
        assertTrue(ended.errors().contains("stopped after 2.0 s (--timeout)"), ended.errors());
    }

    @Test
    void ctrlCReachesTheScriptThatHasBegunAgain() throws Exception {
        Launcher.Running running = launcher.startMain(folder, Scripts.path("power/interrupted.py"));
        running.awaitOutput("again");
        running.interrupt();
        assertEquals(Scripts.expected("power/interrupted.py"), running.await().output());
    }
}
