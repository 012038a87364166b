package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.support.Probe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The walls of the device world under pressure, with all its modules: the forbidden deeds of {@code IsolationTest}, done
 * by way of everything that runs code, and what lies behind its modules: {@code tests/walls}. Each probe prints LEAK when it gets
 * through, as it must where every door is open.
 */
class WallsTest {
    private static final List<Probe> DEEDS = probes("forbidden.py");

    private static final List<Probe> WAYS = probes("ways.py");

    private static final List<Probe> BEHIND = probes("behind.py");

    /** Modules that GraalPy has on Windows only. */
    private static final Set<String> OF_WINDOWS = Set.of("_winapi", "msvcrt", "winreg");

    private static final String COMMON = read("common.py");

    /** The end of the real library's path, for a probe that does not go by the path that it is shown under. */
    private static final String LIBRARY = "LIBRARY";

    @TempDir
    private static Path folder;

    private static final ByteArrayOutputStream OUTPUT = new ByteArrayOutputStream();

    private static TestDevice device;
    private static Session session;
    private static Context open;
    private static Path library;
    private static Set<String> before;

    /** A deed by a way to have code run. */
    private static Probe by(Probe deed, Probe way) {
        String source = deed.code().replace("'", "\\'").replace("\n", "\\n");
        return new Probe(
                deed.name() + ", by " + way.name(), deed.code() + way.code().replace("SOURCE", "'" + source + "'"));
    }

    private static String source(Probe probe) {
        String body = (COMMON + probe.code())
                .replace("SECRET", folder.resolve("secret.txt").toString())
                .replace("PID", String.valueOf(ProcessHandle.current().pid()));
        return "try:\n" + body.indent(4) + "except BaseException as e:\n    print('refused', type(e), e)\n";
    }

    static Stream<Probe> deeds() {
        return DEEDS.stream().flatMap(deed -> WAYS.stream().map(way -> by(deed, way)));
    }

    /** Each built-in module that is taken out, by each way to one. */
    static Stream<Probe> modules() {
        List<Probe> routes = probes("routes.py");
        return takenOut().stream()
                .filter(module -> !OF_WINDOWS.contains(module))
                .flatMap(module -> routes.stream()
                        .map(route -> new Probe(
                                module + ", by " + route.name(),
                                route.code() + "tell(len(dir(route('" + module + "'))) > 5)\n")));
    }

    private static List<String> takenOut() {
        try (InputStream in = Session.class.getResourceAsStream("/qpy/builtin-modules.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.endsWith("  none"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Probe> all() {
        return Stream.of(deeds(), BEHIND.stream(), modules(), probes("deeds.py").stream())
                .flatMap(probes -> probes);
    }

    private static List<Probe> probes(String file) {
        return Probe.in(Path.of("walls", file));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("walls", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreManyProbes() {
        long count = all().count();
        assertTrue(count >= 180, () -> count + " probes");
        assertEquals(count, all().map(Probe::name).distinct().count(), "each has a name of its own");
    }

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "the PC's secret");
        Files.writeString(folder.resolve("hostmodule.py"), "x = 1\n");
        makeLibrary();
        device = new TestDevice();
        session = device.start();
        open = Context.newBuilder("python")
                .allowAllAccess(true)
                .out(OUTPUT)
                .err(OUTPUT)
                .build();
        open.eval("python", read("open.py"));
        library = Path.of(open.eval("python", "sys.prefix").asString(), "lib", "python3.12");
        before = libraryFiles();
    }

    /** What the probes of the library find where the doors are open: files that may be lost. */
    private static void makeLibrary() throws IOException {
        Path made = Files.createDirectories(folder.resolve(LIBRARY));
        for (String each : List.of("os", "gone1", "gone2", "gone3", "gone4", "gone5")) {
            Files.writeString(made.resolve(each + ".py"), "x");
        }
        Files.createDirectory(made.resolve("empty1"));
        Files.createDirectory(made.resolve("empty2"));
    }

    /** The real library's files, with their sizes and times. */
    private static Set<String> libraryFiles() throws IOException {
        try (Stream<Path> all = Files.list(library)) {
            Set<String> files = new TreeSet<>();
            for (Path each : all.toList()) {
                files.add(each + " " + Files.size(each) + " " + Files.getLastModifiedTime(each));
            }
            return files;
        }
    }

    @AfterAll
    static void stop() {
        session.close();
        open.close();
    }

    @BeforeEach
    void nothingPrinted() {
        OUTPUT.reset();
    }

    @ParameterizedTest
    @MethodSource("all")
    void leaksWithTheDoorsOpen(Probe probe) {
        open.eval(
                "python", source(probe).replace(LIBRARY, folder.resolve(LIBRARY).toString()));
        String printed = OUTPUT.toString(StandardCharsets.UTF_8);
        assertTrue(printed.contains("LEAK"), () -> "the probe tests nothing: " + printed);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isShut(Probe probe) {
        assertShut(source(probe).replace(LIBRARY, "/graalpy/lib/python3.12"));
        if (probe.code().contains(LIBRARY)) {
            assertShut(source(probe).replace(LIBRARY, library.toString()));
        }
    }

    private static void assertShut(String source) {
        int before = device.output().length();
        Outcome outcome = session.run(Script.of("probe.py", source));
        String printed = device.output().substring(before);
        assertFalse(printed.contains("LEAK"), printed);
        assertFalse(printed.contains("java."), printed);
        assertEquals(0, outcome.exitCode(), printed + device.errors());
        assertTrue(
                device.notices().stream().noneMatch(each -> each.startsWith("a bug in qpy")),
                device.notices()::toString);
    }

    @AfterAll
    static void theLibraryIsAsItWas() throws IOException {
        assertEquals(before, libraryFiles());
    }
}
