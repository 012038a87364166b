package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import io.qpy.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qpy test} with test functions and classes. */
class TestCommandTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    @Test
    void unittestStyle() throws Exception {
        project("style");
        Launcher.Ended ended = run("test", "-v");
        assertLine(ended, "test_style.py::Style::test_order PASSED");
        assertLine(ended, "test_style.py::Style::test_after PASSED");
        assertMatches(ended, "test_style.py::Style::test_skipped SKIPPED .* \\(not today\\)");
        assertMatches(ended, "test_style.py::Style::test_skips_itself SKIPPED .* \\(no SIM card\\)");
        assertLine(ended, "test_style.py::Style::test_expected PASSED");
        assertLine(ended, "FAILED test_style.py::Style::test_parts line 38 - (i=1) 1 is not < 1");
        assertMatches(ended, "test_style.py::Skipped::test_never SKIPPED .* \\(the whole class\\)");
        assertLine(ended, "1 failed, 3 passed, 3 skipped in ");
        assertEquals(1, ended.exitCode());
    }

    @Test
    void aFailureShowsTheValues() throws Exception {
        project("values");
        Launcher.Ended ended = run("test", "-q");
        assertLine(
                ended,
                "FAILED test_values.py::test_parts line 6 - the sum (assert x[0] > 2 and sum(x) == 8); x[0] is 3; "
                        + "sum(x) is 7");
        assertLine(
                ended,
                "FAILED test_values.py::test_lists line 9 - assert list(range(3)) == [0, 1, 3]; "
                        + "list(range(3)) is [0, 1, 2]; item 2 is 2 and 3");
        assertLine(
                ended, "FAILED test_values.py::test_evaluated_once line 14 - assert left.pop() == 2; left.pop() is 1");
        assertLine(
                ended,
                "FAILED test_values.py::Values::test_dictionaries line 18 - {'a': 1, 'b': 2} != {'a': 1, 'b': 3}; "
                        + "at the key 'b' they have 2 and 3");
        assertTrue(ended.output().contains("""
                == test_values.py::test_parts
                Traceback (most recent call last):
                  File "test_values.py", line 6, in test_parts
                """), ended.output());
        assertTrue(ended.output().contains("-- output\nprinted\n"), ended.output());
    }

    @Test
    void whateverATestDoesIsOneResultAndTheOthersRunOn() throws Exception {
        project("bad");
        Launcher.Ended ended = run("test", "-v", "--time", "real", "--timeout", "4s");
        assertLine(ended, "ERROR test_import.py line 1 - ImportError: no module named 'nothing_like_it'");
        assertLine(ended, "ERROR test_syntax.py line 1 - SyntaxError: invalid syntax");
        assertLine(ended, "ERROR test_exits_early.py line 1 - SystemExit: 3, which ends a script or a thread");
        assertLine(ended, "ERROR test_hangs_early.py line 1 - stopped after 4.0 s at test_hangs_early.py:1");
        assertMatches(ended, "ERROR test_bad.py::test_endless line [67] - stopped after 4.0 s at test_bad.py:[67]");
        assertLine(ended, "ERROR test_bad.py::test_sleeps line 10 - stopped after 4.0 s at test_bad.py:10");
        assertLine(ended, "ERROR test_bad.py::test_kills_its_thread line 13 - SystemExit, which ends");
        assertLine(ended, "ERROR test_bad.py::test_switches_off line 16 - SystemExit: 0, which ends");
        assertLine(ended, "FAILED test_bad.py::test_fills_the_flash line 21 - OSError: [Errno 28] ENOSPC");
        assertMatches(ended, "ERROR test_bad.py::test_prints line 2[45] - stopped after 4.0 s at .*");
        assertLine(
                ended,
                "ERROR test_bad.py::test_twice in line 27 line 27 - it never runs: another of this name, in line 30");
        assertLine(ended, "test_bad.py::test_twice PASSED");
        assertLine(ended, "ERROR test_bad.py::test_takes_arguments - it takes arguments");
        assertLine(ended, "ERROR test_bad.py::test_generates - it is a generator");
        assertLine(ended, "FAILED test_bad.py::test_interrupts line 40 - KeyboardInterrupt");
        assertLine(ended, "test_bad.py::test_last PASSED");
        assertLine(ended, "test_good.py::test_good PASSED");
        assertEquals(1, ended.exitCode());
        assertTrue(ended.output().length() < 10_000_000, "what was printed is cut");
    }

    @Test
    void whichTestsAreRun() throws Exception {
        project("chosen");
        assertLine(run("test", "test_a.py::test_one"), "1 failed in ");
        assertLine(run("test", "test_a.py::Some"), "2 passed in ");
        assertLine(run("test", "test_a.py::Some::test_two", "test_a.py::test_one"), "1 failed, 1 passed in ");
        assertLine(run("test", "-k", "some::TEST_O"), "1 passed in ");
        assertLine(run("test", "-k", "test_one and not (Some or other)"), "1 failed in ");
        Launcher.Ended wrong = run("test", "-k", "one two");
        assertEquals(4, wrong.exitCode());
        assertTrue(wrong.errors().contains("'one two': 'and' or 'or' is missing before 'two'"), wrong.errors());
        assertLine(
                run("test", "test_a.py::test_none"), "ERROR test_a.py::test_none - there is no such test in the file");
        assertLine(run("test", "--lf"), "1 failed in ");
        write("test_a.py", "def test_one():\n    print('shown')\n");
        assertLine(run("test", "--lf", "-s"), "shown");
        write("test_a.py", "def test_one():\n    pass\n\ndef test_two():\n    pass\n");
        assertLine(run("test", "--lf"), "2 passed in ");
    }

    @Test
    void aFolderWithoutTests() throws Exception {
        write("main.py", "print('never')\n");
        Launcher.Ended ended = run("test");
        assertEquals(5, ended.exitCode());
        assertEquals("qpy: test: no test was found [no-tests]\n", ended.errors());
        assertFalse(ended.output().contains("never"));
    }

    @Test
    void nothingOfAFileIsLeftForTheNext() throws Exception {
        project("left");
        Launcher.Ended ended = run("test", "-n", "1");
        assertLine(ended, "1 failed, 5 passed in ");
        assertTrue(ended.output().contains("-- output\nfresh\nFAILED "), ended.output());
    }

    @Test
    void watching() throws Exception {
        project("watched");
        Launcher.Running watch = new Launcher(home).start(folder, "test", "--watch");
        watch.awaitOutput("2 passed in ");
        watch.awaitErrors("qpy: test: watching 4 files (Ctrl-C ends it) [watch]\n");
        write("meter.py", "def read():\n    return 22  # wrong\n");
        watch.awaitErrors("qpy: test: meter.py changed: running test_meter.py [watch]\n");
        watch.awaitOutput("1 failed in ");
        write("notes.txt", "nothing\n");
        watch.awaitErrors("qpy: test: notes.txt changed, which no test needs [watch]\n");
        write("limits.py", "MOST = 30  # degrees\n");
        watch.awaitErrors("limits.py changed: running test_limits.py, and what failed in test_meter.py [watch]\n");
        watch.awaitOutput("1 failed, 1 passed in ");
        write("test_new.py", "def test_new():\n    pass\n");
        watch.awaitErrors("test_new.py changed: running test_new.py, and what failed in test_meter.py [watch]\n");
        watch.interrupt();
        Launcher.Ended ended = watch.await();
        assertTrue(ended.exitCode() == 1 || ended.exitCode() == 2, () -> String.valueOf(ended));
    }

    @Test
    void testsInAFolderOfTheirOwnSeeTheApplication() throws Exception {
        project("own_folder");
        Launcher.Ended ended = run("test");
        assertLine(
                ended, "FAILED tests/test_meter.py::test_read line 4 - assert meter.read() == 22; meter.read() is 21");
        assertTrue(ended.output().contains("  File \"tests/test_meter.py\", line 4, in test_read\n"), ended.output());
    }

    @Test
    void resultsForACiServer() throws Exception {
        project("ci");
        run("test", "--junitxml", "results.xml");
        String xml = Files.readString(folder.resolve("results.xml"));
        assertTrue(xml.contains("tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\""), xml);
        assertTrue(xml.contains("<testcase classname=\"test_a\" name=\"test_bad\" file=\"test_a.py\" line=\"5\""), xml);
        assertTrue(xml.contains("<failure message=\"assert 1 == 2\">Traceback"), xml);
        assertTrue(xml.contains("<system-out>&lt;&amp;&gt;\ufffd"), xml);
    }

    /** Copies a folder of tests/projects. */
    private void project(String name) throws IOException {
        Project.copy(Path.of("projects", name), folder);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void assertLine(Launcher.Ended ended, String beginning) {
        assertTrue(
                ended.output().lines().anyMatch(line -> line.startsWith(beginning)),
                () -> beginning + "\nis not in\n" + ended.output());
    }

    private static void assertMatches(Launcher.Ended ended, String pattern) {
        assertTrue(
                ended.output().lines().anyMatch(line -> line.matches(pattern)),
                () -> pattern + "\nmatches nothing in\n" + ended.output());
    }

    private Launcher.Ended run(String... arguments) throws Exception {
        return new Launcher(home).run(folder, arguments);
    }
}
