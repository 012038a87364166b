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
    @ValueSource(
            strings = {
                "while True:\n    pass\n",
                "import utime\nutime.sleep(1000)\n",
                """
                import umqtt
                c = umqtt.MQTTClient('c', 'mq.tongxinmao.com', 18830)
                c.set_callback(print)
                c.connect()
                c.subscribe('t')
                c.wait_msg()
                """,
                "import _thread, utime\ndef f():\n    while True: utime.sleep(1)\n_thread.start_new_thread(f, ())\n",
                "input()\n"
            })
    void endsAScriptWhereverItIs(String source) throws IOException, InterruptedException {
        Launcher.Ended ended = interrupt("print('ready')\n" + source);
        assertEquals(130, ended.exitCode(), ended.errors());
        assertTrue(ended.errors().contains("KeyboardInterrupt"), ended.errors());
    }

    @Test
    void aScriptCanCatchIt() throws IOException, InterruptedException {
        Launcher.Ended ended = interrupt("""
                import utime
                try:
                    print('ready')
                    utime.sleep(1000)
                except KeyboardInterrupt:
                    print('caught')
                """);
        assertEquals(0, ended.exitCode(), ended.errors());
        assertEquals("ready\ncaught\n", ended.output());
    }

    @Test
    void aSecondOneAlwaysEndsTheProcess() throws IOException, InterruptedException {
        Launcher.Running running = start("""
                print('ready')
                while True:
                    try:
                        while True:
                            pass
                    except KeyboardInterrupt:
                        print('ignored')
                """);
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
