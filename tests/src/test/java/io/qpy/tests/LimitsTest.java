package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a runaway script meets, as on the module; qpy itself goes on to its usual end. */
class LimitsTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private Launcher.Ended run(String script, String... options) throws Exception {
        String[] command = new String[options.length + 4];
        command[0] = "run";
        command[1] = "--fresh";
        System.arraycopy(options, 0, command, 2, options.length);
        command[options.length + 2] = "-c";
        command[options.length + 3] = script;
        return new Launcher(home).run(folder, command);
    }

    @Test
    void theHeap() throws Exception {
        Launcher.Ended ended = run("""
                x = []
                try:
                    while True:
                        x.append([1, 2, 3])
                except MemoryError as e:
                    x = None
                    print('MemoryError', e)
                y = []
                while True:
                    y.append('abc' * 100)
                """, "--heap", "64M");
        assertEquals(1, ended.exitCode(), ended.errors());
        assertEquals("MemoryError memory allocation failed\n", ended.output());
        assertTrue(ended.errors().contains("MemoryError: memory allocation failed"), ended.errors());
        assertTrue(
                ended.errors().contains("qpy: the script holds more than the device's heap (--heap)"), ended.errors());
    }

    /** The prompt goes on. */
    @Test
    void theHeapAtThePrompt() throws Exception {
        Launcher.Running prompt = new Launcher(home).start(folder, "repl", "--fresh", "--heap", "64M");
        prompt.type("""
                x = []
                while True: x.append('a' * 100000)

                print('alive')
                """);
        Launcher.Ended ended = prompt.await();
        assertEquals(0, ended.exitCode(), ended.errors());
        assertEquals("alive\n", ended.output());
        assertTrue(ended.errors().contains("MemoryError: memory allocation failed"), ended.errors());
    }

    @Test
    void theRecursion() throws Exception {
        Launcher.Ended ended = run("""
                def f(n):
                    return f(n + 1)
                class A:
                    def __repr__(self):
                        return repr(self)
                for call in (lambda: f(0), lambda: repr(A()), lambda: eval('-' * 50000 + '1')):
                    try:
                        call()
                    except RuntimeError as e:
                        print('RuntimeError')
                f(0)
                """);
        assertEquals(1, ended.exitCode(), ended.errors());
        assertEquals("RuntimeError\nRuntimeError\nRuntimeError\n", ended.output());
        assertTrue(ended.errors().endsWith("RuntimeError: maximum recursion depth exceeded\n"), ended.errors());
        assertTrue(ended.errors().lines().count() < 50, ended.errors());
    }

    @Test
    void openFiles() throws Exception {
        Launcher.Ended ended = run("""
                files = []
                try:
                    for i in range(1000):
                        files.append(open('/usr/f%d' % i, 'w'))
                except OSError as e:
                    print('OSError', e.args[0], len(files))
                files = None
                for i in range(600):
                    f = open('/usr/f0')
                print('collected')
                """);
        assertEquals("OSError 24 256\ncollected\n", ended.output(), ended.errors());
    }

    @Test
    void theOutput() throws Exception {
        Launcher.Ended ended = run("""
                try:
                    while True:
                        print('x' * 99)
                except OSError as e:
                    open('/usr/caught', 'w').close()
                import uos
                print(uos.listdir('/usr'))
                """, "--output", "10K");
        assertEquals(1, ended.exitCode(), ended.errors());
        assertEquals(("x".repeat(99) + "\n").repeat(102), ended.output());
        assertTrue(ended.errors().contains("OSError"), ended.errors());
        assertTrue(ended.errors().contains("qpy: the script prints more than it may (--output)"), ended.errors());
    }
}
