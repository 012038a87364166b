package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import io.qpy.wiring.Modules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands, as README.md tells them. */
class CommandTest {
    @TempDir
    private Path folder;

    @Test
    void theScriptsFolderIsNeverWritten() throws Exception {
        write("main.py", """
                from usr import helper
                helper.count()
                print(open("/usr/count.txt").read())
                """);
        write("helper.py", """
                def count():
                    n = int(open("/usr/count.txt").read()) + 1
                    with open("/usr/count.txt", "w") as file:
                        file.write(str(n))
                """);
        write("count.txt", "1");
        assertEquals("2\n", run("main.py").output());
        assertEquals("3\n", run("run", "main.py").output());
        assertEquals("1", Files.readString(folder.resolve("count.txt")));
        assertEquals("default\n  /usr/count.txt\n", run("device", "ls").output());
        assertEquals("2\n", run("run", "--fresh", "main.py").output());
        assertEquals(
                "erased /usr/count.txt\ndevice 'default' is as new\n",
                run("device", "reset", "default").output());
        assertEquals("2\n", run("run", "main.py").output());
    }

    @Test
    void whatAFileThatIsNotClosedHoldsIsWritten() throws Exception {
        write("main.py", "f = open('/usr/left.txt', 'w')\nf.write('left')\n");
        write("then.py", "print(open('/usr/left.txt').read())\n");
        assertEquals(0, run("main.py").exitCode());
        assertEquals("left\n", run("then.py").output());
    }

    @Test
    void theScriptsOwnExitCodeAndArguments() throws Exception {
        write("main.py", "import sys\nprint(sys.argv)\nsys.exit(7)\n");
        Launcher.Ended ended = run("run", "main.py", "-x", "two");
        assertEquals(7, ended.exitCode());
        assertEquals("['main.py', '-x', 'two']\n", ended.output());
    }

    @Test
    void anUncaughtExceptionIsShownInMicroPythonsShape() throws Exception {
        write("main.py", "def f():\n    return undefined\n\n\nf()\n");
        Launcher.Ended ended = run("run", "main.py");
        assertEquals(1, ended.exitCode());
        assertEquals("""
                Traceback (most recent call last):
                  File "main.py", line 5, in <module>
                  File "main.py", line 2, in f
                NameError: name 'undefined' isn't defined
                qpy: main.py:2: undefined: nothing here is named 'undefined'. Give it a value, or import it, first.
                """, ended.errors());
    }

    @Test
    void aTabAmongSpacesIsReadUnlessStrict() throws Exception {
        write("main.py", "if True:\n    print(1)\n\tprint(2)\n    print(1 / 0)\n");
        Launcher.Ended read = run("run", "main.py");
        assertEquals("1\n2\n", read.output());
        assertTrue(read.errors().contains("qpy: main.py:3: tab: a tab among spaces"), read.errors());
        assertTrue(read.errors().contains("File \"main.py\", line 4, in <module>"), read.errors());
        Launcher.Ended refused = run("run", "--strict", "main.py");
        assertEquals(1, refused.exitCode());
        assertEquals("", refused.output());
        assertTrue(refused.errors().contains("main.py:3"), refused.errors());
    }

    @Test
    void aDocumentsBlocks() throws Exception {
        write("guide.md", "# One\n```python\nprint('a')\n```\n## Two\n```\nno code\n```\n```python\n1 / 0\n```\n");
        Launcher.Ended ended = run("doc", "guide.md");
        assertEquals(1, ended.exitCode());
        assertTrue(
                ended.output()
                        .matches(
                                "(?s)guide\\.md:2 +One +ok .*guide\\.md:9 +Two +FAIL .*line 10: ZeroDivisionError: .*"),
                ended.output());
        assertTrue(ended.output().endsWith("1 passed, 1 failed\n"), ended.output());
    }

    @Test
    void modulesVersionAndDoctor() throws Exception {
        String modules = run("modules").output();
        Modules.all()
                .forEach(module -> assertTrue(
                        modules.contains("\n" + module.name() + " ") || modules.startsWith(module.name() + " "),
                        module.name()));
        assertTrue(run("modules", "SecureData")
                .output()
                .matches("Read\\(.*\\) \\.\\.2025 +documented\nStore.*documented\n"));
        assertEquals(
                "qpy: modules: there is no module 'Secure' ('qpy modules' lists them) [usage]\n",
                run("modules", "Secure").errors());
        assertTrue(run("--version").output().matches("qpy \\d.*\n"));
        assertEquals(run("--version"), run("run", "--version"));
        assertEquals(
                "qpy: Missing required parameter: 'NAME' ('qpy help device' shows what there is) [usage]\n",
                run("device", "reset").errors());
        Launcher.Ended doctor = run("doctor");
        assertEquals(0, doctor.exitCode(), doctor.output());
        assertFalse(doctor.output().contains("FAIL"), doctor.output());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "ends the command with SIGINT")
    void theSandboxAlone() throws Exception {
        Launcher.Running running = new Launcher(folder).start(folder, "sandbox");
        running.awaitOutput("ntp ");
        String http = running.output()
                .lines()
                .filter(line -> line.startsWith("http "))
                .findFirst()
                .orElseThrow()
                .replaceAll("http +([0-9.:]+)/tcp", "$1");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + http + "/get"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        running.awaitOutput("http GET \"/get\": 200");
        running.interrupt();
        assertEquals(130, running.await().exitCode());
    }

    @Test
    void verboseSaysWhatTheSandboxSees() throws Exception {
        write("main.py", "import request\nrequest.get('http://httpbin.org/get').json()\n");
        assertTrue(run("run", "-v", "main.py").errors().contains("qpy: sandbox: http GET \"/get\": 200"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Launcher.Ended run(String... arguments) throws Exception {
        return new Launcher(folder).run(folder, arguments);
    }
}
