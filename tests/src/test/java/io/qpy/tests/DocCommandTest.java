package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qpy doc}: its exit codes, its streams, and what it is given that is no document. */
class DocCommandTest {
    private static final String GOOD = "# Good\n\n```python\nprint(1)\n```\n";

    @TempDir
    private Path folder;

    @Test
    void severalDocumentsAndFoldersOfThem() throws Exception {
        Files.createDirectories(folder.resolve("docs/more"));
        write("docs/more/b.md", GOOD);
        write("docs/a.md", GOOD + GOOD);
        write("docs/none.md", "nothing to run\n");
        write("docs/script.py", "raise SystemExit(3)\n");
        write("c.md", GOOD);
        Launcher.Ended ended = run("doc", "c.md", "docs");
        assertEquals(0, ended.exitCode(), ended.output());
        assertEquals(
                "c.md:3 docs/a.md:3 docs/a.md:8 docs/more/b.md:3 4",
                String.join(
                        " ",
                        ended.output()
                                .lines()
                                .map(each -> each.replaceFirst(" .*", ""))
                                .toList()));
        assertEquals("qpy: docs/none.md has no python block [no-block]\n", ended.errors());
    }

    @Test
    void jsonForPrograms() throws Exception {
        write("a.md", GOOD + "```\n>>> 'a' + 'b'\n'c'\n```\n");
        Launcher.Ended ended = run("doc", "--json", "a.md");
        assertEquals(1, ended.exitCode());
        assertEquals(
                "[{'file':'a.md','line':3,'heading':'Good','kind':'script','verdict':'passed','seconds':T},"
                        + "{'file':'a.md','line':6,'heading':'Good','kind':'transcript','verdict':'failed','cause':'differs',"
                        + "'reason':'line 8: expected 'c', got 'ab'','at':8,'expected':''c'','got':''ab'','seconds':T}]",
                ended.output()
                        .replaceAll("\\R *", "")
                        .replaceAll("\"seconds\" : [\\d.E-]+", "\"seconds\" : T")
                        .replace("\" : ", "\":")
                        .replace("[ {", "[{")
                        .replace("} ]", "}]")
                        .replace("}, {", "},{")
                        .replace('"', '\''));
    }

    @Test
    void rowsAreShownAsTheyEnd() throws Exception {
        write("a.md", GOOD + "```python\nimport utime\nwhile True:\n    utime.sleep(1)\n```\n");
        Launcher.Running running = new Launcher(folder).start(folder, "doc", "--timeout", "60s", "a.md");
        running.awaitOutput("a.md:3  Good  ok");
        assertTrue(running.process().isAlive());
        running.interrupt();
        Launcher.Ended ended = running.await();
        assertEquals(130, ended.exitCode(), ended.errors());
        // It came in the second block, or before it.
        assertTrue(ended.output().matches("(?s).*\ninterrupted: 1 passed, [01] failed\n"), ended.output());
    }

    @Test
    void oneThatPrintsWithoutEnd() throws Exception {
        write(
                "a.md",
                "```python\nwhile True:\n    print('x' * 1000)\n```\n```\n>>> while True: print('y', end='-')\n```\n");
        Launcher.Ended ended = run("doc", "--timeout", "2s", "a.md");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
        assertTrue(ended.output().endsWith("0 passed, 0 failed, 2 endless\n"), ended.output());
        Launcher.Ended shown = run("doc", "-v", "--timeout", "2s", "a.md");
        assertTrue(shown.output().contains(" more bytes\n"));
        assertTrue(shown.output().length() < 3_000_000);
    }

    @Test
    void aThousandBlocks() throws Exception {
        write("a.md", (GOOD + "```\n>>> 1 + 1\n2\n```\n").repeat(500));
        Launcher.Ended ended = run("doc", "a.md");
        assertEquals(0, ended.exitCode(), ended.errors());
        assertTrue(ended.output().endsWith("\n1000 passed, 0 failed\n"));
    }

    @Test
    void aHiddenPart() throws Exception {
        write("a.md", GOOD + "```json\n{}\n\n" + GOOD);
        Launcher.Ended ended = run("doc", "a.md");
        assertEquals(0, ended.exitCode());
        assertTrue(ended.output().endsWith("1 passed, 0 failed\n"), ended.output());
        assertEquals("", ended.errors()); // the next fence's end closes it
        write("b.md", GOOD + "```json\n{}\n");
        assertEquals(
                "qpy: b.md:6: this fence is not closed: nothing after it is run [no-block]\n",
                run("doc", "b.md").errors());
    }

    @Test
    void quietAndStrict() throws Exception {
        write("a.md", GOOD + "```python\nimport ujson\nujson.dumps(obj=1)\n```\n");
        assertEquals(0, run("doc", "a.md").exitCode());
        Launcher.Ended strict = run("doc", "-q", "--strict", "a.md");
        assertEquals(1, strict.exitCode());
        assertTrue(strict.output().contains("a.md:8:13: keyword: "), strict.output());
        assertEquals("1 passed, 1 failed\n", withoutRows(strict.output()));
    }

    private static String withoutRows(String output) {
        assertFalse(output.contains(" ok "), output);
        return output.substring(output.indexOf('\n') + 1);
    }

    @Test
    void whatIsNoDocument() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        Files.write(folder.resolve("gbk.md"), "# 标题\n".getBytes(Charset.forName("GBK")));
        write("none.md", "# Nothing\n\n```\nno python\n```\n");
        write("good.md", GOOD);
        refused("there is no document (*.md) in empty", "doc", "empty");
        refused("nowhere.md does not exist", "doc", "good.md", "nowhere.md");
        refused(
                "gbk.md:1:3: byte 0xb1 is not UTF-8 (GBK, perhaps): save the file as UTF-8",
                "doc",
                "good.md",
                "gbk.md");
        refused("doc: there is nothing to run; a python block begins with a line ```python", "doc", "none.md");
        refused("Missing required parameter: 'FILE.md'", "doc");
    }

    private void refused(String line, String... arguments) throws Exception {
        Launcher.Ended ended = run(arguments);
        assertEquals(2, ended.exitCode(), ended.errors());
        assertEquals("", ended.output());
        assertTrue(ended.errors().startsWith("qpy: ") && ended.errors().contains(line), ended.errors());
        assertFalse(ended.errors().contains("\tat "), ended.errors());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Launcher.Ended run(String... arguments) throws Exception {
        return new Launcher(folder).run(folder, arguments);
    }
}
