package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import io.qpy.support.StandbyProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that a standby process serves is like one without: streams, exit code, Ctrl-C, folders, ends. */
@EnabledOnOs(OS.LINUX)
class StandbyTest {
    /** How exactly Linux knows when a process began. */
    private static final int TICK_MILLIS = 10;

    @TempDir
    private static Path home;

    @TempDir
    private static Path cache;

    private static Launcher launcher;

    private static StandbyProcesses processes;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        processes = new StandbyProcesses(cache);
        launcher = new Launcher(home, cache).withStandby("-Dqpy.standby.untrained=true");
        Files.writeString(home.resolve("hello.py"), "print('hello')\n");
        assertEquals(new Launcher.Ended(0, "hello\n", ""), launcher.run(home, "run", "--fresh", "hello.py"));
    }

    @BeforeEach
    void awaitReady() throws IOException, InterruptedException {
        awaitReady(1);
    }

    private static void awaitReady(int count) throws InterruptedException {
        processes.await(count);
    }

    @AfterAll
    static void endProcesses() throws IOException, InterruptedException {
        processes.end();
    }

    private static List<Path> ready() {
        return processes.ready();
    }

    private static ProcessHandle process(Path folder) throws IOException {
        return StandbyProcesses.process(folder);
    }

    private Launcher.Ended served(String code) throws IOException, InterruptedException {
        Launcher.Running running = launcher.start(home, "run", "--fresh", "-c", code);
        running.type("");
        return running.await();
    }

    /** What a shell prints in whose commands {@code qpy} is the command. */
    private String shell(String commands) throws IOException, InterruptedException {
        ProcessBuilder builder = launcher.builder(
                        List.of("sh", "-c", "qpy() { " + Launcher.COMMAND + " \"$@\"; }\n" + commands))
                .directory(home.toFile())
                .redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void startsNoJavaAndServesTheNext() throws IOException, InterruptedException {
        ProcessHandle first = processes.endOthers();
        Launcher.Ended ended = launcher.run(home, "run", "--fresh", "--time-startup", "hello.py");
        assertEquals("hello\n", ended.output());
        assertTrue(ended.errors().contains("ms  script"), ended.errors());
        assertFalse(ended.errors().contains("ms  Java"), ended.errors());
        assertTrue(!hasCompiler() || ended.errors().endsWith("what runs often is compiled\n"), ended.errors());

        processes.awaitAgain(first);
        long begin = System.nanoTime();
        String without = launcher.run(home, "run", "--fresh", "--no-standby", "--time-startup", "hello.py")
                .errors();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(without.contains("ms  Java"), without);
        assertTrue(inAll(without) <= millis + TICK_MILLIS, () -> without + "in " + millis + " ms");
        assertTrue(without.endsWith("nothing is compiled (qpy run --jit)\n"), without);
    }

    /** The sum of the phases, in milliseconds. */
    private static double inAll(String times) {
        String line = times.lines()
                .filter(each -> each.endsWith("in all"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.strip().split(" ", 2)[0]);
    }

    /** Whether the class archive was made with the Graal compiler. */
    private static boolean hasCompiler() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(cache, "*.jdk")) {
            return all.iterator().hasNext();
        }
    }

    @Test
    void comesUpBesideThatOfAnotherEnvironment() throws IOException, InterruptedException {
        Path another = Files.createDirectory(cache.resolve("another.standby"));
        Path whose = Files.writeString(another.resolve("for"), "another environment\n/nowhere\n");
        Path process = Files.writeString(another.resolve("process"), "1 1\n");
        try {
            assertEquals(new Launcher.Ended(0, "hello\n", ""), launcher.run(home, "run", "--fresh", "hello.py"));
            awaitReady(2);
        } finally {
            for (Path each : List.of(whose, process, another)) {
                Files.delete(each);
            }
        }
    }

    @Test
    void nobodyElseCanEnterItsFolder() throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ready().get(0))));
    }

    @Test
    void givesExitCodesAndTracebacks() throws IOException, InterruptedException {
        assertEquals(new Launcher.Ended(7, "", ""), served("import usys; usys.exit(7)"));
        awaitReady();
        Launcher.Ended failed = served("raise ValueError('x')");
        assertEquals(1, failed.exitCode());
        assertTrue(
                failed.errors().endsWith("ValueError: x\n") || failed.output().endsWith("ValueError: x\n"));
        awaitReady();
        assertEquals(
                new Launcher.Ended(2, "", "qpy: missing.py does not exist [file-argument]\n"),
                launcher.run(home, "run", "missing.py"));
    }

    @Test
    void readsAPipe() throws IOException, InterruptedException {
        assertEquals("HELLO\n", shell("echo hello | qpy -c 'print(input().upper())'"));
    }

    @Test
    void readsAPipeWhoseWriterHasGone() throws IOException, InterruptedException {
        assertEquals("HELLO\n", shell("echo hello | { sleep 1; qpy -c 'print(input().upper())'; }"));
    }

    @Test
    void readsAFile() throws IOException, InterruptedException {
        Files.writeString(home.resolve("input"), "hello\n");
        assertEquals("HELLO\n", shell("qpy -c 'print(input().upper())' <input"));
    }

    @Test
    void leavesInputThatTheScriptDoesNotRead() throws IOException, InterruptedException {
        assertEquals("hello\nrest\n", shell("echo rest | { qpy hello.py; cat; }"));
    }

    @Test
    void writesIntoTheMiddleOfAFile() throws IOException, InterruptedException {
        assertEquals("", shell("{ echo before; qpy hello.py; echo after; } >out"));
        assertEquals("before\nhello\nafter\n", Files.readString(home.resolve("out")));
    }

    @Test
    void keepsTheOrderOfOutputAndErrors() throws IOException, InterruptedException {
        String code = "'import usys; print(1); usys.stderr.write(\"2\\n\"); print(3)'";
        assertEquals("1\n2\n3\n", shell("qpy -c " + code));
        awaitReady();
        assertEquals("1\n2\n3\n", shell("qpy -c " + code + " >both 2>&1; cat both"));
    }

    /** Whatever a script of tests/scripts/standby/leave does: the next finds what it would have found as the first. */
    @Test
    void leavesNothingForTheNext() throws IOException, InterruptedException {
        Path scripts = Path.of("scripts/standby").toAbsolutePath();
        Launcher.Ended fresh = launcher.run(scripts, "run", "--fresh", "--no-standby", "probe.py");
        assertTrue(fresh.errors().endsWith("ValueError: the end\n"), fresh.errors());
        ProcessHandle process = processes.endOthers();
        List<Path> all;
        try (Stream<Path> left = Files.list(scripts.resolve("leave"))) {
            all = left.filter(each -> each.toString().endsWith(".py")).sorted().toList();
        }
        for (Path each : all) {
            Launcher.Running leaves = launcher.start(scripts, "run", "--fresh", "--timeout", "2s", each.toString());
            leaves.type("first\nsecond\n");
            leaves.await();
            processes.awaitAgain(process);
            assertEquals(fresh, launcher.run(scripts, "run", "--fresh", "probe.py"), () -> "after " + each);
            processes.awaitAgain(process);
        }
    }

    @Test
    void endsWhenItsReaderHasEnough() throws IOException, InterruptedException {
        assertEquals("0\n", shell("qpy -c 'for i in range(1000000): print(i)' 2>/dev/null | head -1"));
    }

    @Test
    void runsInTheFolderOfTheCall() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(home.resolve("project"));
        Files.writeString(folder.resolve("helper.py"), "name = 'helper'\n");
        Files.writeString(folder.resolve("main.py"), "from usr import helper\nprint(helper.name)\n");
        assertEquals(
                new Launcher.Ended(0, "helper\n", ""), launcher.run(folder, "run", "--fresh", "main.py", "argument"));
    }

    @Test
    void passesArgumentsAsTheyAre() throws IOException, InterruptedException {
        Launcher.Ended ended = launcher.run(
                home, "run", "--fresh", "-c", "import usys; print(usys.argv[1:])", "two words", "*", "", "a\nb", "é中");
        assertEquals("['two words', '*', '', 'a\\nb', 'é中']\n", ended.output());
    }

    @Test
    void interruptsASleepAndABusyLoop() throws IOException, InterruptedException {
        for (String wait :
                List.of("import utime; print('ready'); utime.sleep(100)", "print('ready')\nwhile True: pass")) {
            Launcher.Running running = launcher.start(home, "run", "--fresh", "-c", wait);
            running.awaitOutput("ready");
            running.interrupt();
            assertEquals(130, running.await().exitCode());
            awaitReady();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys.txt", "resize.txt", "dumb.txt"})
    void promptsOnATerminal(String transcript, @TempDir Path folder) throws IOException, InterruptedException {
        ProcessHandle server = processes.endOthers();
        TranscriptPlayer.play(transcript, folder, launcher.environment());
        processes.awaitAgain(server);
    }

    @Test
    void evaluatesOnAStoredDevice() throws IOException, InterruptedException {
        assertEquals(new Launcher.Ended(0, "3\n", ""), launcher.run(home, "eval", "1 + 2"));
    }

    @Test
    void stopsWithTheCaller() throws IOException, InterruptedException {
        ProcessHandle server = processes.endOthers();
        Path folder = ready().get(0);
        Launcher.Running running = launcher.start(home, "run", "--fresh", "-c", "print('ready')\nwhile True: pass");
        running.awaitOutput("ready");
        running.process().destroyForcibly();
        processes.awaitAgain(server);
        assertFalse(Files.exists(folder));
    }

    /** A single step of the script's, which would take for ever. */
    @Test
    void endsWithTheCallerOfWhatCannotBeStopped() throws IOException, InterruptedException {
        Path folder = ready().get(0);
        ProcessHandle server = process(folder);
        Launcher.Running running = launcher.start(home, "run", "--fresh", "-c", "print('ready')\n10 ** 10 ** 8");
        running.awaitOutput("ready");
        running.process().destroyForcibly();
        server.onExit().join();
        assertFalse(Files.exists(folder));
    }

    @Test
    void ifItIsGoneTheScriptRunsInAnotherWay() throws IOException, InterruptedException {
        ProcessHandle standby = process(ready().get(0));
        standby.destroyForcibly();
        standby.onExit().join();
        assertEquals(new Launcher.Ended(0, "hello\n", ""), launcher.run(home, "run", "--fresh", "hello.py"));
    }

    @Test
    void ifItEndsBeforeItAnswersTheScriptRunsInAnotherWay() throws IOException, InterruptedException {
        Path folder = ready().get(0);
        ProcessHandle standby = process(folder);
        new ProcessBuilder("kill", "-STOP", String.valueOf(standby.pid()))
                .start()
                .waitFor();
        while (!isStopped(standby)) {
            Thread.sleep(10);
        }
        Launcher.Running running = launcher.start(home, "run", "--fresh", "hello.py");
        while (!Files.exists(folder.resolve("claimed"))) {
            Thread.sleep(10);
        }
        standby.destroyForcibly();
        assertEquals(new Launcher.Ended(0, "hello\n", ""), running.await());
    }

    /** Whether all of its threads are: they go on until the first of them has had its turn and taken the signal. */
    private static boolean isStopped(ProcessHandle process) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return threads.allMatch(each -> stateOf(each) == 'T');
        }
    }

    private static char stateOf(Path thread) {
        try {
            return stat(thread)[0].charAt(0);
        } catch (IOException e) {
            return 'X'; // it has just ended
        }
    }

    /** What the kernel says of a process or thread, from its state on. */
    private static String[] stat(Path folder) throws IOException {
        return Files.readString(folder.resolve("stat"))
                .replaceFirst("^.*\\) ", "")
                .split(" ", -1);
    }

    /** One that is being ended still exists, and has closed its pipes. */
    @Test
    void ifItsPipesAreClosedTheScriptRunsInAnotherWay() throws IOException, InterruptedException {
        Path folder = ready().get(0);
        ProcessHandle standby = process(folder);
        String began = stat(Path.of("/proc/self"))[19];
        Files.writeString(folder.resolve("process"), ProcessHandle.current().pid() + " " + began + "\n");
        standby.destroyForcibly();
        standby.onExit().join();
        assertEquals(new Launcher.Ended(0, "hello\n", ""), launcher.run(home, "run", "--fresh", "hello.py"));
    }

    @Test
    void ifItEndsInTheMiddleTheCallerSaysSo() throws IOException, InterruptedException {
        ProcessHandle server = process(ready().get(0));
        Launcher.Running running = launcher.start(home, "run", "--fresh", "-c", "print('ready')\nwhile True: pass");
        running.awaitOutput("ready");
        server.destroyForcibly();
        assertEquals(
                new Launcher.Ended(
                        70,
                        "ready\n",
                        "qpy: the process that ran the script ended unexpectedly (--no-standby runs it in another way) [standby]\n"),
                running.await());
    }
}
