package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command: its lines, its exit codes, and what it is given that is no script. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aLineForEachFindingAndOneForNone() throws Exception {
        write("bad.py", "import logging\nprint(f'{1}')\n");
        write("good.py", "print(1)\n");
        Launcher.Ended ended = run("check", "bad.py", "good.py");
        assertEquals("""
                bad.py:1:1: no-module: the firmware of 2025 has no module 'logging'. Use log.
                bad.py:2:7: f-string: MicroPython has f-strings from 1.17 on. Use '{}'.format(x) or '%s' % x.
                """, ended.output());
        assertEquals("", ended.errors());
        assertEquals(1, ended.exitCode());
        Launcher.Ended none = run("check", "good.py");
        assertEquals("", none.output() + none.errors());
        assertEquals(0, none.exitCode());
        assertEquals(
                1, run("check", "--target", "2026", "bad.py").output().lines().count());
    }

    @Test
    void jsonForPrograms() throws Exception {
        write("bad.py", "import logging\n");
        Launcher.Ended ended = run("check", "--json", "bad.py");
        assertEquals(1, ended.exitCode());
        assertEquals(
                "[{\"file\":\"bad.py\",\"line\":1,\"column\":1,\"code\":\"no-module\",\"message\":\"the firmware of 2025 has"
                        + " no module 'logging'\",\"advice\":\"Use log\"}]",
                ended.output()
                        .replaceAll("\\R *", "")
                        .replace("\" : ", "\":")
                        .replace("[ {", "[{")
                        .replace("} ]", "}]"));
    }

    @Test
    void pages() throws Exception {
        assertTrue(run("explain", "retain-qos").output().startsWith("# retain-qos\n"));
        refused("'qpy explain CODE' has the page", "check", "--explain", "retain-qos");
    }

    @Test
    void strictRefusesWithTheSameFindings() throws Exception {
        write("main.py", "import ujson\nprint(ujson.dumps(obj=1))\n");
        String finding = run("check", "main.py").output();
        assertTrue(finding.startsWith("main.py:2:19: keyword: "), finding);
        Launcher.Ended ended = run("run", "--strict", "main.py");
        assertEquals(1, ended.exitCode());
        assertEquals("", ended.output());
        assertEquals("qpy: " + finding, ended.errors());
        write("fine.py", "import ujson\nprint(ujson.dumps([1]))\n");
        assertEquals("[1]\n", run("run", "--strict", "fine.py").output());
        write("later.py", "import ujson\nprint(f'{ujson.dumps([1])}')\n");
        assertEquals(
                "[1]\n", run("run", "--strict", "--target", "2026", "later.py").output());
    }

    @Test
    void whatIsNoFile() throws Exception {
        Files.createDirectory(folder.resolve("app"));
        write("main.py", "");
        refused("there is no script (*.py) in app", "check", "app");
        refused("nothing.py does not exist", "check", "nothing.py");
        refused("check: name a script, for instance main.py", "check");
        refused("there is no firmware 1999, only 2021 (", "check", "--target", "1999", "main.py");
    }

    @Test
    void whatIsNoScript() throws Exception {
        Files.write(folder.resolve("gbk.py"), "x = 1\ns = '中文'\n".getBytes(Charset.forName("GBK")));
        found("gbk.py:2:6: encoding: byte 0xd6 is not UTF-8 (GBK, perhaps). Save the file as UTF-8.", "gbk.py");
        write("marked.py", "\ufeffprint(1)\n");
        found(
                "marked.py:1:1: encoding: a byte order mark, which the module takes for a part of the first word. "
                        + "Save the file as UTF-8 without it.",
                "marked.py");
        Files.write(folder.resolve("binary.py"), new byte[] {'M', '\n', 6, 0, 31});
        found("binary.py:2:2: encoding: a byte 0x00 is in no script. Name a text file.", "binary.py");
        write("long.py", "x = '" + "x".repeat(10_000_000) + "'\n");
        found(
                "long.py:1:1: too-large: the script has 9765 KB, the module's heap 512. Keep data in files under /usr.",
                "long.py");
        write("chain.py", "x = " + "1 + ".repeat(20_000) + "1\n");
        found("chain.py:1:1: nested: something in it is nested too deeply to be read. Split it up.", "chain.py");
        write("surrogate.py", "x = '\\ud800'\nprint(x.partition(x))\n");
        found(
                "surrogate.py:2:9: no-method: the firmware of 2025 has no str.partition, another has. Use split(sep, 1).",
                "surrogate.py");
        write("empty.py", "");
        write("lines.py", "print(1)\r\nprint('2')\rprint('3')\r\n");
        assertEquals(0, run("check", "empty.py", "lines.py").exitCode());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private Launcher.Ended run(String... arguments) throws Exception {
        return new Launcher(folder).run(folder, arguments);
    }

    private void found(String line, String file) throws Exception {
        Launcher.Ended ended = run("check", file);
        assertEquals(line + "\n", ended.output(), ended.errors());
        assertEquals("", ended.errors());
        assertEquals(1, ended.exitCode());
    }

    private void refused(String line, String... arguments) throws Exception {
        Launcher.Ended ended = run(arguments);
        assertEquals(2, ended.exitCode(), ended.errors());
        assertEquals("", ended.output());
        assertTrue(ended.errors().startsWith("qpy: ") && ended.errors().contains(line), ended.errors());
        assertFalse(ended.errors().strip().contains("\n"), ended.errors());
    }
}
