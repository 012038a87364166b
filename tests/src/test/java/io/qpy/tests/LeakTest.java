package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.flash.Flash;
import io.qpy.runtime.Outcome;
import io.qpy.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Many scripts, one after another in one JVM, leave no thread, no socket and no file behind. */
class LeakTest {
    private static final int SCRIPTS = 200;

    /** One of each kind of thing that could be left: a connection, a thread, an open file, a timer, an exception. */
    private static final List<String> KINDS = List.of(
            """
            import umqtt
            c = umqtt.MQTTClient('c', 'broker', 1883, keepalive=60)
            c.set_callback(print)
            c.connect()
            c.subscribe('t')
            c.publish('t', 'x')
            c.wait_msg()
            """,
            "import request\nr = request.get('http://web/bytes/9000')\nnext(r.content)\n",
            "f = open('/usr/left.txt', 'w')\nf.write('x' * 10000)\n",
            "import _thread\n_thread.start_new_thread(print, ('thread',))\n",
            "import utime\nutime.sleep_ms(1)\n1 / 0\n");

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "counts sockets and files in /proc")
    void scriptsLeaveNothing() throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.create()) {
            KINDS.forEach(kind -> run(sandbox, kind));
            System.gc();
            Set<Thread> threads = threads();
            long descriptors = Resources.descriptors();
            for (int i = 0; i < SCRIPTS; i++) {
                run(sandbox, KINDS.get(i % KINDS.size()));
            }
            awaitNoMore(threads, descriptors);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private void run(Sandbox sandbox, String source) {
        try {
            Outcome outcome = new TestDevice()
                    .host("broker", 1883, sandbox.mqtt().address())
                    .host("web", 80, sandbox.http().address())
                    .flash(Flash.inMemory(folder))
                    .run(source);
            assertTrue(outcome.exitCode() <= 1, source + outcome);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The server's side of a socket closes a moment after the device's. */
    private static void awaitNoMore(Set<Thread> threads, long descriptors) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Resources.descriptors() > descriptors || !newThreads(threads).isEmpty()) {
            if (System.nanoTime() > patience) {
                assertEquals(Set.of(), newThreads(threads));
                assertEquals(descriptors, Resources.descriptors(), "sockets and files");
            }
            Thread.sleep(50);
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private static Set<String> newThreads(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }
}
