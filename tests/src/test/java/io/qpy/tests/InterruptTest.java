package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, with a real signal to the real process. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends SIGINT with kill")
class InterruptTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"busy", "sleep", "mqtt", "thread", "input"})
    void endsAScriptWhereverItIs(String script) throws IOException, InterruptedException {
        Launcher.Ended ended = interrupt(Scripts.source("interrupts/" + script + ".py"));
        assertEquals(130, ended.exitCode(), ended.errors());
        assertTrue(ended.errors().contains("KeyboardInterrupt"), ended.errors());
    }

    @Test
    void aScriptCanCatchIt() throws IOException, InterruptedException {
        Launcher.Ended ended = interrupt(Scripts.source("interrupts/caught.py"));
        assertEquals(0, ended.exitCode(), ended.errors());
        assertEquals(Scripts.expected("interrupts/caught.py"), ended.output());
    }

    @Test
    void aSecondOneAlwaysEndsTheProcess() throws IOException, InterruptedException {
        Launcher.Running running = start(Scripts.source("interrupts/second.py"));
        running.awaitOutput("ready");
        running.interrupt();
        running.awaitOutput("ignored");
        running.interrupt();
        assertEquals(130, running.await().exitCode());
    }

    private Launcher.Ended interrupt(String source) throws IOException, InterruptedException {
        Launcher.Running running = start(source);
        running.awaitOutput("ready");
        TimeUnit.MILLISECONDS.sleep(500); // past the print, into what follows
        running.interrupt();
        return running.await();
    }

    private Launcher.Running start(String source) throws IOException {
        Files.writeString(folder.resolve("main.py"), source);
        return new Launcher(folder).start(folder, "run", "--fresh", "main.py");
    }
}
