package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qpy test} with MicroPython's kind of test: a script, and beside it what it is to print. */
class OutputTestsTest {
    private static final String CASES = """
            class Case(unittest.TestCase):
                def test_two(self):
                    print('two')
                    self.assertEqual(1 + 1, 2)
            """;

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    @Test
    void eachFileIsOneResult() throws Exception {
        test("passes", "print('a')\nprint('b')\n", "a\nb");
        test("differs", "print('a')\nprint('c')\n", "a\nb\n");
        test("any_lines", "print('a')\nprint('b')\nprint('c')\n", "########\nc\n########\n");
        test("cases", "import unittest\n" + CASES + "unittest.main()\nprint('end')\n", "two\nend\n");
        test("wrong_case", "import unittest\n" + CASES.replace("2)", "3)") + "unittest.main()\n", "two\n");
        test("skipped", "print('SKIP')\nraise SystemExit\n", "a\n");
        test("raises", "print('a')\n1 / 0\n", "a\n");
        test("exits", "import sys\nsys.exit(3)\n", "");
        test("endless", "while True:\n    pass\n", "");
        test("sleeps", "import utime\nutime.sleep(1000)\n", "");
        test("prints_much", "for i in range(40):\n    print('x' * 100000)\n", "");
        Launcher.Ended ended = run("test", "-v", "--time", "real", "--timeout", "4s");
        assertEquals(1, ended.exitCode(), ended.errors());
        assertLine(ended, "passes.py PASSED");
        assertLine(ended, "FAILED differs.py - line 2 of the output is 'c', expected 'b'");
        assertTrue(ended.output().contains("--- differs.py.exp\n+++ differs.py\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"));
        assertLine(ended, "skipped.py SKIPPED");
        assertLine(ended, "FAILED wrong_case.py - sys.exit(1)");
        assertLine(ended, "FAILED Case::test_two: 2 != 3");
        assertLine(ended, "FAILED raises.py - ZeroDivisionError: divide by zero");
        assertLine(ended, "FAILED exits.py - sys.exit(3)");
        assertLine(ended, "ERROR endless.py - stopped after 4.0 s at endless.py:");
        assertLine(ended, "ERROR sleeps.py - stopped after 4.0 s at sleeps.py:2");
        assertLine(ended, "FAILED prints_much.py - line 1 of the output is 'xxxx");
        assertLine(ended, "5 failed, 3 passed, 1 skipped, 2 errors in ");
    }

    @Test
    void eachFileHasAFreshDeviceOverItsOwnFolder() throws Exception {
        Files.createDirectory(folder.resolve("below"));
        String counting = """
                import uos
                print(uos.listdir('/usr'))
                with open('/usr/new.txt', 'w') as file:
                    file.write('new')
                """;
        test("below/one", counting, "['one.py', 'one.py.exp', 'system_config.json', 'two.py', 'two.py.exp']\n");
        test("below/two", counting, "['one.py', 'one.py.exp', 'system_config.json', 'two.py', 'two.py.exp']\n");
        Launcher.Ended ended = run("test", "--jobs", "1");
        assertTrue(ended.output().contains("2 passed"), ended.output());
        assertEquals(0, ended.exitCode());
        assertFalse(Files.exists(folder.resolve("below/new.txt")));
    }

    @Test
    void aSelectionAndTheFirstFailure() throws Exception {
        test("a_one", "print(1)\n", "2\n");
        test("a_two", "print(1)\n", "2\n");
        test("b", "print(1)\n", "1\n");
        assertLine(run("test", "-q", "-x", "-n", "1"), "1 failed in ");
        assertLine(run("test", "-q", "--maxfail", "2", "-n", "1"), "2 failed in ");
        assertTrue(run("test", "-k", "B.", ".").output().contains("1 passed"));
        assertEquals(0, run("test", "b.py").exitCode());
        assertEquals(5, run("test", "-k", "nothing").exitCode());
        assertEquals(4, run("test", "missing.py").exitCode());
        assertEquals(4, run("test", "--no-such-option").exitCode());
    }

    private void test(String name, String source, String expected) throws IOException {
        Files.writeString(folder.resolve(name + ".py"), source);
        Files.writeString(folder.resolve(name + ".py.exp"), expected);
    }

    private static void assertLine(Launcher.Ended ended, String beginning) {
        assertTrue(ended.output().lines().anyMatch(line -> line.startsWith(beginning)), ended.output());
    }

    private Launcher.Ended run(String... arguments) throws Exception {
        return new Launcher(home).run(folder, arguments);
    }
}
