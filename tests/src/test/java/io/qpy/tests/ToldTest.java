package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.check.Checker;
import io.qpy.check.Target;
import io.qpy.device.flash.Flash;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.testing.Discovery;
import io.qpy.testing.Interpreters;
import io.qpy.testing.Selection;
import io.qpy.testing.TestPlan;
import io.qpy.testing.TestResult;
import io.qpy.testing.TestRun;
import io.qpy.testing.coverage.Measurement;
import io.qpy.wiring.NetMode;
import io.qpy.wiring.Policy;
import io.qpy.wiring.TimeMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person is told of a beginner's mistake: each script of tests/told says in its first line where it is and what is said, by
 * run, prompt, test and check alike. {@code # says 3 in run} is for what a check need not know, {@code in check} for what runs here
 * and not on the module.
 */
class ToldTest {
    private static final Path SCRIPTS = Path.of("told");
    private static final Pattern SAYS = Pattern.compile("# says (\\d+)(?: in (run|check))?: (.*)");
    private static final int MISTAKES = 60;

    private static Interpreter interpreter; // of the checks

    @TempDir
    private Path folder;

    @BeforeAll
    static void prepare() {
        interpreter = TestDevice.RUNTIME.prepare();
    }

    @AfterAll
    static void close() {
        interpreter.close();
    }

    /** A script, and what is said of it: where, by whom, which words; words that end with … go on. */
    private record Mistake(Path file, int line, String by, String words) {
        static Stream<Mistake> of(Path file) {
            try {
                Matcher says =
                        SAYS.matcher(Files.readString(file).lines().findFirst().orElse(""));
                return says.matches()
                        ? Stream.of(new Mistake(file, Integer.parseInt(says.group(1)), says.group(2), says.group(3)))
                        : Stream.empty();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        String name() {
            return file.getFileName().toString();
        }

        boolean isKnownTo(String who) {
            return by == null || by.equals(who);
        }

        void isSaidIn(List<String> lines, String expectedBeginning) {
            String expected = expectedBeginning + words;
            assertEquals(1, lines.size(), () -> expected + " is not what is said: " + lines);
            String said = lines.get(0);
            if (words.endsWith("…")) {
                assertTrue(said.startsWith(expected.substring(0, expected.length() - 1)), said);
            } else {
                assertEquals(expected, said);
            }
        }
    }

    private static List<Mistake> mistakes() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            List<Mistake> all = files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .flatMap(Mistake::of)
                    .toList();
            assertTrue(all.size() >= MISTAKES, "only " + all.size());
            return all;
        }
    }

    /** The lines with the place as file:line, as the column is not known to a traceback. */
    private static List<String> withoutColumns(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("^([\\w/]+\\.py:\\d+):\\d+: ", "$1: "))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> runPromptAndCheckSayTheSame() throws IOException {
        return mistakes().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    String source = Files.readString(each.file());
                    isSaidByRun(each, source);
                    isSaidAtPrompt(each, source);
                    isSaidByCheck(each);
                }));
    }

    private static void isSaidByRun(Mistake mistake, String source) throws IOException {
        TestDevice device = new TestDevice().flash(Flash.inMemory(SCRIPTS));
        try (Session session = device.start()) {
            session.run(Script.of(mistake.name(), source));
        }
        if (mistake.isKnownTo("run")) {
            mistake.isSaidIn(withoutColumns(device.notices()), mistake.name() + ":" + mistake.line() + ": ");
        } else {
            assertEquals(List.of(), device.notices(), device.errors());
        }
    }

    private static void isSaidAtPrompt(Mistake mistake, String source) throws IOException {
        TestDevice device = new TestDevice().flash(Flash.inMemory(SCRIPTS));
        List<String> lines;
        try (Session session = device.start()) {
            Reply reply = session.interaction().execute("<stdin>", source, Mode.FILE);
            lines = new ArrayList<>(device.notices());
            reply.notices().forEach(notice -> lines.add(notice.text()));
        }
        if (mistake.isKnownTo("run")) {
            mistake.isSaidIn(lines, "");
        } else {
            assertEquals(List.of(), lines);
        }
    }

    private static void isSaidByCheck(Mistake mistake) throws IOException {
        List<String> found = new Checker(interpreter, Target.of(Target.DEFAULT).orElseThrow())
                .check(mistake.name(), mistake.file()).stream()
                        .map(Object::toString)
                        .toList();
        if (mistake.isKnownTo("check") || !found.isEmpty()) {
            mistake.isSaidIn(withoutColumns(found), mistake.name() + ":" + mistake.line() + ": ");
        }
    }

    /** Exceptions of a script's own making: nothing is told of them, and nothing of qpy's fails. */
    @TestFactory
    Stream<DynamicTest> oddExceptionsAreLeftAlone() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS.resolve("nothing"))) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                        TestDevice device = new TestDevice();
                        assertEquals(1, device.run(Files.readString(file)).exitCode());
                        assertEquals(List.of(), device.notices());
                        assertTrue(device.errors().startsWith("Traceback (most recent call last):\n"), device.errors());
                    }));
        }
    }

    @Test
    void testsSayTheSame() throws Exception {
        List<Mistake> all = mistakes();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        for (Mistake each : all) {
            Files.copy(each.file(), folder.resolve("test_" + each.name()));
        }
        Map<String, List<String>> notices = run();
        int compared = 0;
        for (Mistake each : all) {
            String name = "test_" + each.name();
            if (each.isKnownTo("run") && notices.containsKey(name)) { // a file that runs to its end has no result
                each.isSaidIn(withoutColumns(notices.get(name)), name + ":" + each.line() + ": ");
                compared++;
            }
        }
        assertTrue(compared >= MISTAKES, "only " + compared);
    }

    /** Runs the tests of the folder: what was said, by the names of the files. */
    private Map<String, List<String>> run() throws IOException, InterruptedException {
        Map<String, List<String>> notices = new HashMap<>();
        TestPlan plan = new TestPlan(
                new Policy(NetMode.sim, null, TimeMode.virtual, 1L, false),
                null,
                Selection.ALL,
                Duration.ofMinutes(1),
                2,
                Integer.MAX_VALUE,
                false,
                OutputStream.nullOutputStream());
        try (Interpreters interpreters = new Interpreters()) {
            new TestRun(plan, Measurement.none(), result -> add(result, notices), interpreters)
                    .run(Discovery.find(List.of(folder.toString())));
        }
        return notices;
    }

    private static void add(TestResult result, Map<String, List<String>> notices) {
        String file = result.id().file().path().getFileName().toString();
        notices.computeIfAbsent(file, name -> new ArrayList<>()).addAll(result.notices());
    }
}
