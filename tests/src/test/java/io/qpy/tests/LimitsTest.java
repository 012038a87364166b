package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        Launcher.Ended ended = run(Scripts.source("limits/heap.py"), "--heap", "64M");
        assertEquals(1, ended.exitCode(), ended.errors());
        assertEquals(Scripts.expected("limits/heap.py"), ended.output());
        assertTrue(ended.errors().contains("MemoryError: memory allocation failed"), ended.errors());
        assertTrue(
                ended.errors().contains("qpy: the script holds more than the device's heap (--heap)"), ended.errors());
    }

    /** The prompt goes on. */
    @Test
    void theHeapAtThePrompt() throws Exception {
        Launcher.Running prompt = new Launcher(home).start(folder, "repl", "--fresh", "--heap", "64M");
        prompt.type(Scripts.source("limits/heap_at_the_prompt.py"));
        Launcher.Ended ended = prompt.await();
        assertEquals(0, ended.exitCode(), ended.errors());
        assertEquals(Scripts.expected("limits/heap_at_the_prompt.py"), ended.output());
        assertTrue(ended.errors().contains("MemoryError: memory allocation failed"), ended.errors());
    }

    @Test
    void theRecursion() throws Exception {
        Launcher.Ended ended = run(Scripts.source("limits/recursion.py"));
        assertEquals(1, ended.exitCode(), ended.errors());
        assertEquals(Scripts.expected("limits/recursion.py"), ended.output());
        assertTrue(ended.errors().endsWith("RuntimeError: maximum recursion depth exceeded\n"), ended.errors());
        assertTrue(ended.errors().lines().count() < 50, ended.errors());
    }

    @Test
    void openFiles() throws Exception {
        Launcher.Ended ended = run(Scripts.source("limits/open_files.py"));
        assertEquals(Scripts.expected("limits/open_files.py"), ended.output(), ended.errors());
    }

    @Test
    void theOutput() throws Exception {
        Launcher.Ended ended = run(Scripts.source("limits/output.py"), "--output", "10K");
        assertEquals(1, ended.exitCode(), ended.errors());
        assertEquals(("x".repeat(99) + "\n").repeat(102), ended.output());
        assertTrue(ended.errors().contains("OSError"), ended.errors());
        assertTrue(ended.errors().contains("qpy: the script prints more than it may (--output)"), ended.errors());
    }

    private static final String FILLING = """
            counts = []
            for i in range(%d):
                items = []
                try:
                    while True:
                        items.append('x' * 1000)
                except MemoryError:
                    count = len(items)
                    items = None
                    counts.append(count)
            print('even' if max(counts) < 1.5 * min(counts) else counts)
            """;

    /** The limit is the same each time that a script has met it. */
    @Test
    void theHeapAgainAndAgain() throws Exception {
        Launcher.Ended ended = run(FILLING.formatted(8), "--heap", "48M");
        assertEquals("even\n", ended.output(), ended.errors());
    }

    @Test
    @Tag("nightly")
    void theHeapFiftyTimes() throws Exception {
        Launcher.Ended ended = run(FILLING.formatted(50), "--heap", "48M");
        assertEquals("even\n", ended.output(), ended.errors());
    }

    /** One step of a script that takes hours. */
    @Test
    void theTimeOfOneStep() throws Exception {
        Launcher.Ended ended = run("print('begun')\n10 ** 10 ** 8", "--timeout", "2s");
        assertEquals(42, ended.exitCode(), ended.errors());
        assertEquals("begun\n", ended.output());
        assertTrue(ended.errors().contains("stopped after 2.0 s (--timeout)"), ended.errors());
    }

    @ParameterizedTest
    @Tag("nightly")
    @ValueSource(
            strings = {
                "compile('9' * 1000000, 'x', 'exec')",
                "import _thread; _thread.start_new_thread(lambda: 10 ** 10 ** 8, ())",
                "sorted([1] * 10 ** 7, key=lambda each: 10 ** 10 ** 8)",
                "import usocket; s = usocket.socket(); s.bind(('', 0)); s.listen(1); s.accept()",
                "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
            })
    void theTimeOfWhatDoesNotEnd(String script) throws Exception {
        assertEquals(42, run(script, "--timeout", "2s").exitCode());
    }

    /** A launcher that closed a stream, or whose disk is full, is no fault of qpy's. */
    @ParameterizedTest
    @ValueSource(strings = {"2>/dev/full", "2>&-", ">/dev/full", ">&-"})
    void nobodyReads(String redirection) throws Exception {
        Path script = Files.writeString(folder.resolve("main.py"), "print('x')\n1/0\n");
        ProcessBuilder builder = new Launcher(home)
                .builder(List.of("sh", "-c", Launcher.COMMAND + " run --fresh " + script + " " + redirection));
        assertEquals(
                1,
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor());
    }

    /** A timer that prints for ever ends with the program that reads it. */
    @Test
    void whoReadsHasEnded() throws Exception {
        Path script = Files.writeString(folder.resolve("main.py"), Scripts.source("limits/prints_for_ever.py"));
        Process piped = new Launcher(home)
                .builder(List.of("sh", "-c", Launcher.COMMAND + " run --fresh " + script + " | head -n 1"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(piped.waitFor(2, TimeUnit.MINUTES), "it goes on");
    }

    /** A script may have replaced what a traceback is made with. */
    @Test
    void anExceptionWithoutBuiltins() throws Exception {
        Launcher.Ended ended = run(Scripts.source("limits/without_builtins.py"));
        assertEquals(1, ended.exitCode(), ended.errors());
        assertTrue(ended.errors().contains("ZeroDivisionError: "), ended.errors());
    }

    /** Nor may its class's metaclass have a say in it. */
    @Test
    void anExceptionThatRefusesEverything() throws Exception {
        Launcher.Ended ended = run(Scripts.source("limits/refusing_exception.py"));
        assertEquals(1, ended.exitCode(), ended.errors());
        assertTrue(ended.errors().contains("Odd: "), ended.errors());
    }
}
