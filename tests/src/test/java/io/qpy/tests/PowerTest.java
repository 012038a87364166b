package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script that switches the module off, or restarts it, under {@code qpy run}. */
class PowerTest {
    private static final String RESTARTED =
            "qpy: the script has restarted the module (misc.Power.powerRestart) [power]\n";

    /** Restarts twice, each time from a thread while the main program sleeps. */
    private static final String RESTARTING = """
            from misc import Power
            import _thread, utime
            boots = 0
            try:
                boots = int(open('/usr/boots').read())
            except OSError:
                pass
            with open('/usr/boots', 'w') as file:
                file.write(str(boots + 1))
            print('boot', boots, Power.powerOnReason())
            def restart():
                utime.sleep(1)
                try:
                    Power.powerRestart()
                except:
                    print('caught')
                print('not reached')
            if boots == 2:
                Power.powerDown()
            _thread.start_new_thread(restart, ())
            while True:
                utime.sleep_ms(400)
                print('.')
            """;

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private Launcher launcher;

    @BeforeEach
    void findTheCommand() {
        launcher = new Launcher(home);
    }

    private Launcher.Ended run(String script, String... options) throws Exception {
        Files.writeString(folder.resolve("main.py"), script);
        String[] command = new String[options.length + 3];
        command[0] = "run";
        command[1] = "--fresh";
        System.arraycopy(options, 0, command, 2, options.length);
        command[options.length + 2] = "main.py";
        return launcher.run(folder, command);
    }

    @Test
    void theScriptBeginsAgain() throws Exception {
        Launcher.Ended ended = run(RESTARTING, "--time", "virtual");
        assertEquals("boot 0 1\n.\n.\nboot 1 2\n.\n.\nboot 2 2\n", ended.output(), ended.errors());
        assertEquals(
                RESTARTED + RESTARTED + "qpy: the script has switched the module off (misc.Power.powerDown) [power]\n",
                ended.errors());
        assertEquals(0, ended.exitCode());
    }

    /** An update over the air ends so. */
    @Test
    void itIsTheOneThatTheScriptHasWritten() throws Exception {
        String source = """
                from misc import Power
                from umqtt import MQTTClient
                import _thread
                got = []
                def arrived(topic, message):
                    got.append(message)
                    if message == b'update':
                        with open('/usr/main.py', 'w') as file:
                            file.write("print('updated')")
                        Power.powerRestart()
                client = MQTTClient('dev', 'mq.tongxinmao.com', 18830)
                client.set_callback(arrived)
                client.connect()
                client.subscribe('qpy/power')
                client.publish('qpy/power', 'update')
                while True:
                    client.wait_msg()
                """;
        Launcher.Ended ended = run(source);
        assertEquals("updated\n", ended.output(), ended.errors());
        assertEquals(0, ended.exitCode());
        assertEquals(source, Files.readString(folder.resolve("main.py")));
    }

    @Test
    void afterWhatWasTypedComesMain() throws Exception {
        String typed = "from misc import Power; Power.powerRestart()";
        Launcher.Ended ended = launcher.run(folder, "run", "--fresh", "-c", typed);
        assertEquals(RESTARTED + "qpy: there is no /usr/main.py that would run now [no-main]\n", ended.errors());
        assertEquals(0, ended.exitCode());
        Files.writeString(folder.resolve("main.py"), "print('main')");
        ended = launcher.run(folder, "run", "--fresh", "-c", typed);
        assertEquals("main\n", ended.output(), ended.errors());
    }

    @Test
    void theTimesThatEndARunAreThoseOfAllOfIt() throws Exception {
        Launcher.Ended ended = run(RESTARTING, "--time", "virtual", "--until", "1500ms");
        assertEquals("boot 0 1\n.\n.\nboot 1 2\n.\n", ended.output(), ended.errors());
        assertEquals(0, ended.exitCode());
        ended = run("from misc import Power\nPower.powerRestart()\n", "--timeout", "2s");
        assertEquals(42, ended.exitCode(), ended.errors());
        assertTrue(ended.errors().contains("stopped after 2.0 s (--timeout)"), ended.errors());
    }

    @Test
    void ctrlCReachesTheScriptThatHasBegunAgain() throws Exception {
        Files.writeString(folder.resolve("main.py"), """
                from misc import Power
                import utime
                if Power.powerOnReason() == 1:
                    Power.powerRestart()
                print('again')
                try:
                    utime.sleep(1000)
                except KeyboardInterrupt:
                    print('interrupted')
                """);
        Launcher.Running running = launcher.start(folder, "run", "--fresh", "main.py");
        running.awaitOutput("again");
        running.interrupt();
        assertEquals("again\ninterrupted\n", running.await().output());
    }
}
