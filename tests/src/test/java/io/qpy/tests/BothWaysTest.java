package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qpy.support.Launcher;
import io.qpy.support.TmuxScreen;
import io.qpy.tests.BothWays.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each command gives the same output and exit code with a standby process and without, on a pipe and on a terminal. */
@EnabledOnOs(OS.LINUX)
class BothWaysTest {
    private static final int CALLS = 20;

    @TempDir
    private static Path home;

    @TempDir
    private static Path cache;

    private static BothWays ways;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Files.writeString(home.resolve("refused.py"), "import json\nx = f'{1}'\nprint('refused')\n");
        Files.writeString(home.resolve("test_it.py"), "def test_one():\n    assert 1 + 1 == 2\n");
        Files.writeString(home.resolve("README.md"), "```python\nprint('documented')\n```\n");
        ways = new BothWays(home, cache);
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        ways.end();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "qpy check hello.py => 0 => BY_STANDBY",
                "qpy run --strict --fresh refused.py => f-string => BY_STANDBY",
                "qpy exec 'print(5); x' => isn't => BY_STANDBY",
            })
    void onAPipe(String command, String shown, Served served) throws IOException, InterruptedException {
        String seen = ways.same(command + "; echo $?", served);
        assertTrue(seen.contains(shown), seen);
    }

    @Test
    void onATerminal() throws IOException, InterruptedException {
        assumeTrue(TmuxScreen.isInstalled(), "needs tmux");
        String seen = ways.sameScreen("check --json refused.py");
        assertTrue(seen.contains("f-string") && seen.endsWith("ended: 1"), seen);
    }

    /** The same call again and again: each is served as if it were the first. */
    @Tag("nightly")
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "check hello.py => 0 => BY_STANDBY",
                "check refused.py missing.py => missing => BY_STANDBY",
                "check --json refused.py => f-string => BY_STANDBY",
                "run --strict --fresh refused.py => f-string => BY_STANDBY",
                "run --strict --fresh hello.py => hello => BY_STANDBY",
                "run hello.py => hello => BY_STANDBY",
                "exec 'print(5); x' => isn't => BY_STANDBY",
                "eval '1 + 1' => 2 => BY_STANDBY",
                "-c '1 / 0' => divide => BY_STANDBY",
                "test test_it.py => 1 passed => BY_ITSELF",
                "doc README.md => README.md => BY_ITSELF",
                "fs ls => 0 => BY_ITSELF",
            })
    void twentyTimes(String command, String shown, Served served) throws IOException, InterruptedException {
        for (int i = 0; i < CALLS; i++) {
            String seen = ways.same("qpy " + command + "; echo $?", served);
            assertTrue(seen.contains(shown), seen);
        }
        assertEquals(ways.withoutArchive("qpy " + command), ways.same("qpy " + command, served));
        assumeTrue(TmuxScreen.isInstalled(), "needs tmux");
        for (int i = 0; i < CALLS && served == Served.BY_STANDBY; i++) {
            ways.sameScreen(command);
        }
    }

    @Tag("nightly")
    @Test
    void promptTwentyTimes() throws IOException, InterruptedException {
        for (int i = 0; i < CALLS; i++) {
            String seen = ways.same("printf 'print(1)\\n1/0\\n' | qpy repl; echo $?", Served.BY_STANDBY);
            assertTrue(seen.contains("divide by zero"), seen);
        }
    }

    /** What a caller's shell can do to its streams, environment and folder. */
    @Tag("nightly")
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "qpy -c 'print(input())' <&- => EOFError => BY_STANDBY",
                "qpy -c 'print(input())' </dev/null => EOFError => BY_STANDBY",
                "qpy -c 'print(input())' <hello.py => hello => BY_STANDBY",
                "seq 2000 | qpy -c 'import usys; print(sum(1 for line in usys.stdin))' => 2000 => BY_STANDBY",
                "qpy hello.py >&- => '' => BY_STANDBY",
                "qpy hello.py >/dev/full => ENOSPC => BY_STANDBY",
                "{ qpy -c 'for i in range(100000): print(i)'; echo $? >&2; } | head -1 => EPIPE => BY_STANDBY",
                "qpy -c 'for i in range(50): print(str(i % 10) * 1000000)' | cksum => 50000050 => BY_STANDBY",
                "qpy -c 'print(str(5) * 1000000)' >big; cksum big => 1000001 => BY_STANDBY",
                "qpy run --fresh -c 'import usys; print(usys.argv)' 'a b' '' \"$(printf 'x\\ny\\377')\" '*' => a b => BY_STANDBY",
                "qpy run --fresh --timeout 1s -c 'while True: pass'; echo $? => 42 => BY_STANDBY",
                "mkdir gone; cd gone; rmdir ../gone; qpy hello.py; echo $? => current folder => BY_ITSELF",
                "mkdir -p 'a b'; cd 'a b'; echo 'print(3)' >é.py; qpy é.py é => 3 => BY_STANDBY",
                "export LC_ALL=C; echo 'print(2)' >é.py; qpy é.py; qpy -c 'print(\"é\")' => é => ANYWAY",
                "export TZ=Asia/Tokyo; qpy -c 'import utime; print(utime.getTimeZone())' => '' => BY_ITSELF",
                "export QPY_HOME=here; qpy exec 'open(\"/usr/a\" ,\"w\")'; find here -type f; rm -r here => /a => BY_ITSELF",
                "umask 077; qpy exec 'open(\"/usr/b\" ,\"w\")'; find home -name b -printf '%m\\n'; rm -r home/devices => 600 => BY_ITSELF",
                "NO_COLOR=1 TERM=dumb qpy hello.py => hello => BY_STANDBY",
                "qpy --version; echo $? => qpy => BY_STANDBY",
                "qpy run --no-such hello.py; echo $? => 2 => BY_STANDBY",
            })
    void wherever(String commands, String shown, Served served) throws IOException, InterruptedException {
        String seen = ways.same(commands + "\necho $?", served);
        assertTrue(seen.contains(shown), seen);
    }

    @Tag("nightly")
    @ParameterizedTest
    @CsvSource({"0", "1", "42", "70", "127", "128", "130", "255", "256", "-1"})
    void exitCodes(int code) throws IOException, InterruptedException {
        String seen = ways.same("qpy -c 'import usys; usys.exit(" + code + ")'; echo $?", Served.BY_STANDBY);
        assertEquals((code & 0xFF) + "\n", seen);
    }

    @Tag("nightly")
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void signals(String signal, int code) throws IOException, InterruptedException {
        String commands = "rm -f ready; env --default-signal=INT " + Launcher.COMMAND
                + " -c 'print(1)\nwhile True: pass' >ready & "
                + "while ! [ -s ready ]; do sleep 0.1; done; kill -" + signal + " $!; wait $!; echo $?; cat ready";
        assertEquals(code + "\n1\n", ways.same(commands, Served.BY_STANDBY).replaceAll("(?s)Traceback.*", ""));
    }

    @Tag("nightly")
    @Test
    void aScriptThatWasEditedBetweenTwoCalls() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            Files.writeString(home.resolve("edited.py"), "print(" + i + ")\n");
            assertEquals(i + "\n", ways.same("qpy edited.py", Served.BY_STANDBY));
        }
        assertEquals(
                "hello\n1\n",
                ways.same("{ qpy --fresh hello.py & qpy --fresh edited.py; wait; } | sort -r", Served.BY_STANDBY));
    }
}
