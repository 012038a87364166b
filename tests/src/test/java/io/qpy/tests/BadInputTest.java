package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets wrong: one clear line, the right exit code, no Java stack trace. */
class BadInputTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingFileNamesTheNearest() throws Exception {
        write("main.py", "");
        refused(2, "mian.py does not exist; did you mean main.py?", "run", "mian.py");
    }

    @Test
    void aFolder() throws Exception {
        Files.createDirectory(folder.resolve("app"));
        refused(2, "app is a folder: name the script in it, for instance app/main.py", "run", "app");
    }

    @Test
    void anUnknownOptionNamesTheNearest() throws Exception {
        refused(2, "Unknown option: '--timeuot'; did you mean '--timeout'?", "run", "--timeuot", "3s", "main.py");
        refused(2, "Unknown option: '--dveice=a'; did you mean '--device'?", "run", "--dveice=a", "main.py");
    }

    @Test
    void aTimeThatIsNone() throws Exception {
        refused(2, "'soon' is not a time: write 500ms, 30s, 2m or 1h", "run", "--timeout", "soon", "main.py");
    }

    @Test
    void aSyntaxErrorHasLineAndColumn() throws Exception {
        write("main.py", "x = 1\nif x = 2:\n    pass\n");
        Launcher.Ended ended = refused(1, "main.py:2:4: syntax: ", "run", "main.py");
        assertEquals("""
                Traceback (most recent call last):
                  File "main.py", line 2
                SyntaxError: invalid syntax
                qpy: main.py:2:4: syntax: = gives a value, and here one is compared. Write ==.
                """, ended.errors());
    }

    @Test
    void anotherEncoding() throws Exception {
        Files.write(folder.resolve("main.py"), "x = 1\ns = '中文'\n".getBytes(Charset.forName("GBK")));
        refused(2, "main.py:2:6: byte 0xd6 is not UTF-8 (GBK, perhaps): save the file as UTF-8", "run", "main.py");
    }

    @Test
    void anUnknownKeyInTheConfiguration() throws Exception {
        write("main.py", "");
        write("qpy.toml", "[modem]\nsimm = \"absent\"\n");
        refused(2, "qpy.toml:2:1: unknown key 'modem.simm'; did you mean 'sim'?", "run", "main.py");
    }

    @Test
    void aConfigurationThatIsNoToml() throws Exception {
        write("main.py", "");
        write("qpy.toml", "[modem\n");
        refused(2, "qpy.toml:1:", "run", "main.py");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            refused(2, "127.0.0.1:" + port, "sandbox", "--mqtt-port", port);
        }
    }

    @Test
    void aTimeOutSaysWhere() throws Exception {
        write("main.py", "print('start')\nwhile True:\n    pass\n");
        Launcher.Ended ended = refused(42, "stopped after 4.0 s (--timeout)", "run", "--timeout", "4s", "main.py");
        assertEquals("start\n", ended.output());
    }

    @Test
    void aHostThatIsNotReached() throws Exception {
        write("main.py", "import umqtt\numqtt.MQTTClient('c', 'mq.tongxinmao.com', 18830).connect()\n");
        refused(1, "the network is off (--net off)", "run", "--net", "off", "main.py");
    }

    @Test
    void storageThatCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("devices"), "a file where the folder should be");
        write("main.py", "open('/usr/x', 'w')\n");
        Launcher.Ended ended = new Launcher(folder).run(folder, "run", "main.py");
        assertEquals(1, ended.exitCode(), ended.errors());
        assertTrue(ended.errors().contains("OSError") || ended.errors().contains("Error:"), ended.errors());
        assertTrue(ended.errors().contains("qpy: "), ended.errors());
        assertFalse(ended.errors().contains("\tat "), ended.errors());
    }

    @Test
    void anImportOfWhatTheDeviceLacks() throws Exception {
        write("main.py", "import numpy\n");
        refused(1, "no-module: the firmware of 2025 has no module 'numpy'. Use array and math.", "run", "main.py");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Launcher.Ended refused(int exitCode, String line, String... arguments) throws Exception {
        Launcher.Ended ended = new Launcher(folder).run(folder, arguments);
        assertEquals(exitCode, ended.exitCode(), ended.errors());
        assertTrue(
                ended.errors().lines().anyMatch(each -> each.startsWith("qpy: ") && each.contains(line)),
                ended.errors());
        assertFalse(ended.errors().contains("\tat "), "a Java stack trace: " + ended.errors());
        return ended;
    }
}
