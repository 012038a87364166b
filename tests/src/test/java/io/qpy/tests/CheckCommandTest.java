package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    void qpyTomlNamesTheModule() throws Exception {
        write("main.py", "from machine import Pin\nPin(Pin.GPIO47)\n");
        assertEquals(0, run("check", "main.py").exitCode());
        write("qpy.toml", "[modem]\nmodel = \"EC600N\"\n");
        assertEquals(
                "main.py:2:9: no-method: the EC600N has no GPIO47. It has GPIO1 to 41.\n",
                run("check", "main.py").output());
        write("qpy.toml", "[modem\n"); // a run tells of it
        assertEquals("", run("check", "main.py").output());
    }

    @Test
    void jsonForPrograms() throws Exception {
        write("bad.py", "import logging\n");
        Launcher.Ended ended = run("check", "--json", "bad.py");
        assertEquals(1, ended.exitCode());
        assertEquals(
                "[{\"file\":\"bad.py\",\"line\":1,\"column\":1,\"code\":\"no-module\",\"message\":\"the firmware of"
                        + " 2025 has no module 'logging'\",\"advice\":\"Use log\"}]",
                ended.output()
                        .replaceAll("\\R *", "")
                        .replace("\" : ", "\":")
                        .replace("[ {", "[{")
                        .replace("} ]", "}]"));
    }

    @Test
    void githubsAnnotations() throws Exception {
        write("a,b%1.py", "import logging\nx = '50%'\nprint(f'{1}')\n");
        Launcher.Ended ended = run("check", "--format", "github", "a,b%1.py");
        assertEquals(1, ended.exitCode());
        assertEquals("""
                ::error file=a%2Cb%251.py,line=1,col=1,title=qpy check%3A no-module::the firmware of 2025 has no module \
                'logging'. Use log.
                ::error file=a%2Cb%251.py,line=3,col=7,title=qpy check%3A f-string::MicroPython has f-strings from 1.17 \
                on. Use '{}'.format(x) or '%25s' %25 x.
                """, ended.output());
    }

    @Test
    void sarif() throws Exception {
        Files.createDirectory(folder.resolve("my app"));
        write("my app/ä.py", "import logging\n\nprnit(1)\n");
        write("good.py", "print(1)\n");
        Launcher.Ended ended = run("check", "--format", "sarif", ".");
        assertEquals(1, ended.exitCode());
        JsonNode log = new ObjectMapper().readTree(ended.output());
        assertEquals("2.1.0", log.path("version").asText());
        JsonNode run = log.path("runs").path(0);
        JsonNode driver = run.path("tool").path("driver");
        assertFalse(driver.path("name").asText().isEmpty());
        assertTrue(List.of("utf16CodeUnits", "unicodeCodePoints")
                .contains(run.path("columnKind").asText()));
        assertEquals(2, run.path("results").size());
        for (JsonNode result : run.path("results")) {
            JsonNode rule = driver.path("rules").path(result.path("ruleIndex").asInt(-1));
            assertEquals(rule.path("id").asText(), result.path("ruleId").asText());
            assertTrue(rule.path("shortDescription").path("text").asText().endsWith("."), rule.toString());
            assertTrue(List.of("none", "note", "warning", "error")
                    .contains(result.path("level").asText()));
            assertFalse(result.path("message").path("text").asText().isEmpty());
            JsonNode place = result.path("locations").path(0).path("physicalLocation");
            assertEquals(
                    "my%20app/%C3%A4.py",
                    place.path("artifactLocation").path("uri").asText());
            assertTrue(place.path("region").path("startLine").asInt() >= 1);
            assertTrue(place.path("region").path("startColumn").asInt() >= 1);
        }
        JsonNode none = new ObjectMapper()
                .readTree(run("check", "--format", "sarif", "good.py").output());
        assertTrue(none.path("runs").path(0).path("results").isArray());
        refused("--format: there is no format 'xml', only text, json, sarif, github", "check", "--format", "xml", ".");
        refused("are two formats", "check", "--json", "--format", "sarif", ".");
    }

    @Test
    void fixesWhatSurelyKeepsItsMeaning() throws Exception {
        write("helper.py", "value = 1\n");
        String source = String.join(
                "\r\n",
                "\ufeffimport json",
                "import json as j, utime",
                "from json import dumps",
                "import helper",
                "import re  # qpy: ignore[module-spelling]",
                "name = 'a.json'",
                "print('ä', json, j, dumps, helper, re, utime, open('config.json', 'w'), open(name, 'w'))");
        write("main.py", source);
        Files.setPosixFilePermissions(folder.resolve("main.py"), PosixFilePermissions.fromString("rwxr-x---"));
        Launcher.Ended shown = run("check", "--fix", "--diff", "main.py");
        assertTrue(
                shown.output().contains("@@ -4 +4 @@\n-import helper\r\n+from usr import helper\r\n"), shown.output());
        assertEquals(source, Files.readString(folder.resolve("main.py")));
        Launcher.Ended ended = run("check", "--fix", "main.py");
        String fixed = String.join(
                "\r\n",
                "\ufeffimport ujson as json",
                "import ujson as j, utime",
                "from ujson import dumps",
                "from usr import helper",
                "import re  # qpy: ignore[module-spelling]",
                "name = 'a.json'",
                "print('ä', json, j, dumps, helper, re, utime, open('/usr/config.json', 'w'), open(name, 'w'))");
        assertEquals(fixed, Files.readString(folder.resolve("main.py")));
        assertTrue(ended.errors().contains("qpy: main.py:1:8: json is now ujson as json [fixed]\n"), ended.errors());
        assertEquals(5, ended.errors().lines().count(), ended.errors());
        assertEquals(
                List.of("encoding", "path"),
                ended.output()
                        .lines()
                        .map(line -> line.replaceFirst("^\\S+ ([a-z-]+):.*", "$1"))
                        .toList());
        assertEquals(
                "rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("main.py"))));
        assertEquals(ended.output(), run("check", "--fix", "main.py").output());
        refused("check: --diff goes with --fix", "check", "--diff", "main.py");
    }

    @Test
    void fixesWhatHidesSomethingAndNotHalfAFilesNames() throws Exception {
        write("main.py", "import json, re\nprint(re, json.dumps(1, indent=2))\n");
        Launcher.Ended ended = run("check", "--fix", "main.py");
        assertEquals(
                "import ujson as json, ure as re\nprint(re, json.dumps(1, indent=2))\n",
                Files.readString(folder.resolve("main.py")));
        assertTrue(ended.output().startsWith("main.py:2:25: keyword: "), ended.output());
        String source = "open('log.txt', 'w').close()\nprint(open('log.txt').read())\n";
        write("main.py", source);
        assertTrue(run("check", "--fix", "main.py").output().startsWith("main.py:1:6: path: "));
        assertEquals(source, Files.readString(folder.resolve("main.py")));
        refused("check: --diff goes with --format", "check", "--fix", "--diff", "--json", "main.py");
    }

    @Test
    void aFolderThatIsNamedIsLookedThrough() throws Exception {
        Files.createDirectory(folder.resolve(".hidden"));
        write(".hidden/a.py", "prnit(1)\n");
        Files.createSymbolicLink(folder.resolve("link"), Path.of(".hidden"));
        assertTrue(run("check", ".hidden").output().startsWith(".hidden/a.py:1:1: undefined: "));
        assertTrue(run("check", "link").output().startsWith("link/a.py:1:1: undefined: "));
    }

    @Test
    void nothingIsChangedWithoutTheWish() throws Exception {
        write("main.py", "import json\nprint(json.dumps(1))\n");
        run("check", "main.py");
        run("run", "main.py");
        assertEquals("import json\nprint(json.dumps(1))\n", Files.readString(folder.resolve("main.py")));
        Files.createSymbolicLink(folder.resolve("link.py"), Path.of("main.py"));
        run("check", "--fix", "link.py");
        assertTrue(Files.isSymbolicLink(folder.resolve("link.py")));
        assertEquals("import ujson as json\nprint(json.dumps(1))\n", Files.readString(folder.resolve("main.py")));
    }

    @Test
    void foldersAsTheyCome() throws Exception {
        Files.createDirectories(folder.resolve("app/loop"));
        write("app/gbk.py", "");
        Files.write(folder.resolve("app/gbk.py"), "s = '中文'\n".getBytes(Charset.forName("GBK")));
        write("app/nested.py", "x = " + "[".repeat(3000) + "]".repeat(3000) + "\n");
        write("app/long.py", "x = [" + "1, ".repeat(150_000) + "]\nprint(x, y)\n");
        write("app/open.py", "import utime\nprint(utime.time()\nx = 1\n");
        write("app/z.py", "x = 1  # qpy: ignore[no-such-code]\n");
        Files.createSymbolicLink(folder.resolve("app/loop/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("app/self.py"), Path.of("self.py"));
        Launcher.Ended ended = run("check", "app");
        assertEquals(1, ended.exitCode(), ended.errors());
        assertEquals("", ended.errors());
        assertEquals(
                List.of(
                        "gbk.py:1:6: encoding",
                        "long.py:2:10: undefined",
                        "nested.py:1:1: nested",
                        "open.py:2:6: syntax",
                        "z.py:1:8: ignore"),
                ended.output()
                        .lines()
                        .map(line -> line.substring("app/".length()).replaceFirst("(:\\d+: [a-z-]+).*", "$1"))
                        .toList(),
                ended.output());
        assertTrue(ended.output().contains("( is never closed"), ended.output());
        refused("self.py does not exist", "check", "app/self.py");
    }

    @Test
    void modulesOnThePathsThatScriptsAdd() throws Exception {
        Files.createDirectories(folder.resolve("lib"));
        write("qpy.toml", "");
        write("lib/part.py", "");
        write("config.py", "");
        write("main.py", "import usys\nusys.path.append('/usr/lib')\nimport app\n");
        write("app.py", "import part\nimport config\nimport absent\nprint(part, config, absent)\n");
        Launcher.Ended ended = run("check", "app.py");
        assertEquals("""
                app.py:2:1: usr-import: the module does not look for 'config' in /usr. Write from usr import config.
                app.py:3:1: no-module: the firmware of 2025 has no module 'absent', and there is none in /usr/lib. Do without \
                it, or download it to /usr and write from usr import absent.
                """, ended.output());
        write("main.py", "import usys\nusys.path.append('/usr')\nusys.path.append('/usr/lib')\nimport app\n");
        assertEquals("app.py:3:1: no-module", run("check", "app.py").output().substring(0, 21));
        write("main.py", "import usys\nfor each in ('/sd',):\n    usys.path.append(each)\n");
        assertEquals("", run("check", "app.py").output());
    }

    @Test
    void pages() throws Exception {
        assertTrue(run("explain", "retain-qos").output().startsWith("# retain-qos\n"));
        assertEquals(
                run("explain", "retain-qos").output(),
                run("check", "--explain", "retain-qos").output());
        assertEquals(run("explain").output(), run("check", "--explain").output());
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
        Files.write(folder.resolve("binary.py"), new byte[] {'M', '\n', 6, 0, 31});
        write("chain.py", "x = " + "1 + ".repeat(20_000) + "1\n");
        Files.write(folder.resolve("gbk.py"), "x = 1\ns = '中文'\n".getBytes(Charset.forName("GBK")));
        write("long.py", "x = '" + "x".repeat(10_000_000) + "'\n");
        write("marked.py", "\ufeffprint(1)\n");
        write("surrogate.py", "x = '\\ud800'\nprint(x.partition(x))\n");
        Launcher.Ended ended = run("check", "binary.py", "chain.py", "gbk.py", "long.py", "marked.py", "surrogate.py");
        assertEquals("""
                binary.py:2:2: encoding: a byte 0x00 is in no script. Name a text file.
                chain.py:1:1: nested: something in it is nested too deeply to be read. Split it up.
                gbk.py:2:6: encoding: byte 0xd6 is not UTF-8 (GBK, perhaps). Save the file as UTF-8.
                long.py:1:1: too-large: the script has 9765 KB, the module's heap 512. Keep data in files under /usr.
                marked.py:1:1: encoding: a byte order mark, which the module takes for a part of the first word. \
                Save the file as UTF-8 without it.
                surrogate.py:2:9: no-method: the firmware of 2025 has no str.partition, another has. Use split(sep, 1).
                """, ended.output(), ended.errors());
        assertEquals("", ended.errors());
        assertEquals(1, ended.exitCode());
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

    private void refused(String line, String... arguments) throws Exception {
        Launcher.Ended ended = run(arguments);
        assertEquals(2, ended.exitCode(), ended.errors());
        assertEquals("", ended.output());
        assertTrue(ended.errors().startsWith("qpy: ") && ended.errors().contains(line), ended.errors());
        assertFalse(ended.errors().strip().contains("\n"), ended.errors());
    }
}
