package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    /** What must not succeed; each defines deed(), which returns whether it did. */
    private static final List<Probe> DEEDS = List.of(
            new Probe("CPython's library", "def deed():\n    import logging\n    return True\n"),
            new Probe("a file of the PC", "def deed():\n    return 'secret' in open('SECRET').read()\n"),
            new Probe("a Java object's class", "def deed():\n    return bool(host().getClass())\n"));

    /** Ways to have code run. */
    private static final List<Probe> WAYS = List.of(
            new Probe("a thread", """
                    import _thread
                    done = _thread.allocate_lock()
                    done.acquire()
                    def run():
                        try:
                            tell(deed())
                        finally:
                            done.release()
                    _thread.start_new_thread(run, ())
                    done.acquire()
                    """),
            new Probe("a callback", """
                    try:
                        from micropython import schedule
                        import utime
                    except ImportError:
                        def schedule(function, argument): function(argument)
                        utime = None
                    ended = []
                    def run(argument):
                        try:
                            tell(deed())
                        finally:
                            ended.append(True)
                    schedule(run, 0)
                    while not ended:
                        utime.sleep_ms(5)
                    """),
            new Probe("a task of the loop", """
                    import asyncio
                    async def task():
                        await asyncio.sleep(0)
                        tell(deed())
                    asyncio.run(task())
                    """),
            new Probe("exec", "exec('tell(deed())')"),
            new Probe("exec with globals of its own", "exec('tell(deed())', {'tell': tell, 'deed': deed})"),
            new Probe("eval", "tell(eval('deed()', {'deed': deed}))"),
            new Probe("compile", "exec(compile('tell(deed())', 'codecs.py', 'exec'))"),
            new Probe("code with a library's name", """
                    library = {'__name__': 'codecs', '__builtins__': __builtins__, 'host': host}
                    exec(SOURCE, library)
                    tell(library['deed']())
                    """),
            new Probe("a generator", """
                    def steps():
                        yield deed()
                    tell(next(steps()))
                    """),
            new Probe("a generator that is thrown into", """
                    def steps():
                        try:
                            yield
                        except ValueError:
                            tell(deed())
                    each = steps()
                    next(each)
                    try:
                        each.throw(ValueError())
                    except StopIteration:
                        pass
                    """),
            new Probe(
                    "a pickle of code: a function made again from its code",
                    "tell(type(deed)(deed.__code__, globals())())"),
            new Probe("a code object with another name", """
                    code = deed.__code__.replace(co_filename='qpy/utime.py', co_name='sleep')
                    tell(type(deed)(code, globals())())
                    """),
            new Probe("a finaliser", """
                    class A:
                        def __exit__(self, *exception):
                            tell(deed())
                        def __enter__(self):
                            pass
                    with A():
                        pass
                    """),
            new Probe("a property", """
                    class A:
                        value = property(lambda self: deed())
                    tell(A().value)
                    """),
            new Probe("a class body and a metaclass", """
                    class Meta(type):
                        def __new__(mcs, *arguments):
                            tell(deed())
                            return type.__new__(mcs, *arguments)
                    class A(metaclass=Meta):
                        pass
                    """),
            new Probe("a sort key", "sorted([1, 2], key=lambda each: tell(deed()) or each)"),
            new Probe("an exception's text", """
                    class E(Exception):
                        def __str__(self):
                            return str(tell(deed()))
                    str(E())
                    """),
            new Probe("format", """
                    class A:
                        def __format__(self, spec):
                            return str(tell(deed()))
                    '{}'.format(A())
                    """),
            new Probe("a decorator", "@(lambda function: tell(deed()))\ndef f():\n    pass\n"),
            new Probe("an import replaced and put back", """
                    import builtins
                    real = builtins.__import__
                    builtins.__import__ = lambda *arguments, **named: real(*arguments, **named)
                    try:
                        tell(deed())
                    finally:
                        builtins.__import__ = real
                    """));

    /** Ways to what lies behind a module; they reach no further than the engine lets any code. */
    private static final List<Probe> BEHIND = List.of(
            new Probe("open's globals", "tell('secret' in open.__globals__['_real_open']('SECRET').read())"),
            new Probe("a library's own import", """
                    posix = exec.__globals__['_real_import']('posix')
                    posix.read(posix.open('SECRET', 0), 9)
                    tell(True)
                    """),
            new Probe("the frames of a traceback", """
                    try:
                        1 / 0
                    except ZeroDivisionError as e:
                        frame = e.__traceback__.tb_frame
                        while frame.f_back is not None:
                            frame = frame.f_back
                        names = frame.f_globals
                    tell('secret' in names['_real_open']('SECRET').read())
                    """),
            new Probe("a process by a library's import", """
                    import_ = exec.__globals__['_real_import']
                    import_('subprocess').run(['true'], check=True)
                    tell(True)
                    """),
            new Probe("the environment by a library's import", """
                    import_ = exec.__globals__['_real_import']
                    tell('PATH' in import_('posix').environ or b'PATH' in import_('posix').environ)
                    """),
            new Probe("a Java class by a library's import", """
                    import_ = exec.__globals__['_real_import']
                    import_('java').type('java.lang.System').getProperty('user.home')
                    tell(True)
                    """));

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

    /** Python text with a name. */
    record Probe(String name, String code) {
        @Override
        public String toString() {
            return name;
        }

        Probe by(Probe way) {
            String source = code.replace("'", "\\'").replace("\n", "\\n");
            return new Probe(name + ", by " + way.name, code + way.code.replace("SOURCE", "'" + source + "'"));
        }

        String source() {
            String body = (COMMON + code)
                    .replace("SECRET", folder.resolve("secret.txt").toString())
                    .replace("PID", String.valueOf(ProcessHandle.current().pid()));
            return "try:\n" + body.indent(4) + "except BaseException as e:\n    print('refused', type(e), e)\n";
        }
    }

    static Stream<Probe> deeds() {
        return DEEDS.stream().flatMap(deed -> WAYS.stream().map(deed::by));
    }

    /** Each built-in module that is taken out, by each way to one. */
    static Stream<Probe> modules() {
        List<Probe> routes = probes("routes.py");
        return takenOut().stream()
                .filter(module -> !OF_WINDOWS.contains(module))
                .flatMap(module -> routes.stream()
                        .map(route -> new Probe(
                                module + ", by " + route.name,
                                route.code + "tell(len(dir(route('" + module + "'))) > 5)\n")));
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

    /** The probes of a file of {@code tests/walls}: each has a line {@code #: name}. */
    private static List<Probe> probes(String file) {
        return Arrays.stream(read(file).split("(?m)^#: "))
                .skip(1)
                .map(text -> new Probe(text.substring(0, text.indexOf('\n')), text.substring(text.indexOf('\n') + 1)))
                .toList();
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
        open.eval("python", """
                import builtins
                real_open, real_exec = builtins.open, builtins.exec
                def _open(*arguments, **named):
                    return real_open(*arguments, **named)
                def _exec(code, names=None):
                    return real_exec(code, sys._getframe(1).f_globals if names is None else names)
                import sys
                _real_open, _real_import = builtins.open, __import__
                builtins.open, builtins.exec = _open, _exec
                def _on_flash():
                    pass
                import os
                os._on_flash = _on_flash
                """);
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
                "python",
                probe.source().replace(LIBRARY, folder.resolve(LIBRARY).toString()));
        String printed = OUTPUT.toString(StandardCharsets.UTF_8);
        assertTrue(printed.contains("LEAK"), () -> "the probe tests nothing: " + printed);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isShut(Probe probe) {
        assertShut(probe.source().replace(LIBRARY, "/graalpy/lib/python3.12"));
        if (probe.code.contains(LIBRARY)) {
            assertShut(probe.source().replace(LIBRARY, library.toString()));
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
