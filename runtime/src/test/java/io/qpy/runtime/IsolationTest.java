package io.qpy.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.Console;
import io.qpy.device.Device;
import io.qpy.device.Flash;
import io.qpy.module.Exposed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The three doors between the device world and the host world. Each probe prints LEAK when it gets through. It must do
 * so with its door open, or it would test nothing, and must not with the door shut.
 */
class IsolationTest {
    private static final String SECRET = "the host's secret";

    @TempDir
    private static Path folder;

    private static Engine engine;
    private static Engine openEngine; // an engine's contexts must agree on host access
    private static QpyRuntime runtime;
    private static ServerSocket server;

    /** What a probe does, in Python; SECRET_FILE, FOLDER, PORT and JAR are replaced. */
    record Probe(String name, String code) {
        @Override
        public String toString() {
            return name;
        }

        String source() {
            String body = code.replace(
                            "SECRET_FILE", folder.resolve("secret.txt").toString())
                    .replace("FOLDER", folder.toString())
                    .replace("PORT", String.valueOf(server.getLocalPort()))
                    .replace("JAR", System.getProperty("java.home") + "/release")
                    .indent(4);
            return "try:\n" + body + "except BaseException as e:\n    print('refused', type(e), e)\n";
        }
    }

    @BeforeAll
    static void open() throws IOException {
        engine = ContextFactory.engine();
        openEngine = ContextFactory.engine();
        runtime = new QpyRuntime(List.of());
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        runtime.close();
        engine.close();
        openEngine.close();
    }

    // The door of names: what a script can import.

    static Stream<Probe> names() {
        return Stream.of(
                new Probe("CPython's library", "import logging\nprint('LEAK')"),
                new Probe("CPython's os under its own name", "import os\nos.environ\nprint('LEAK')"),
                new Probe("posix", "import posix\nprint('LEAK')"),
                new Probe("java", "import java\nprint('LEAK')"),
                new Probe("polyglot", "import polyglot\nprint('LEAK')"),
                new Probe("__graalpython__ by import", "import __graalpython__\nprint('LEAK')"),
                new Probe("__graalpython__ as a built-in", "__graalpython__\nprint('LEAK')"),
                new Probe("ctypes", "import ctypes\nprint('LEAK')"),
                new Probe("importlib", "import importlib\nprint('LEAK')"),
                new Probe("exec with globals of its own", "exec('import logging', {})\nprint('LEAK')"),
                new Probe("__import__ called by hand", "__import__('logging')\nprint('LEAK')"),
                new Probe(
                        "__import__ with a library's name",
                        "__import__('logging', {'__name__': 'codecs', '__spec__': None})\nprint('LEAK')"),
                new Probe("java by the importer behind the built-in modules", """
                        for c in object.__subclasses__():
                            if c.__name__ == 'BuiltinImporter':
                                c.load_module('java')
                                print('LEAK')
                        """),
                new Probe("polyglot by the same importer", """
                        for c in object.__subclasses__():
                            if c.__name__ == 'BuiltinImporter':
                                c.load_module('polyglot')
                                print('LEAK')
                        """));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesLeakWithTheDoorOpen(Probe probe) throws IOException {
        assertLeaks(plain(probe));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAreShut(Probe probe) throws IOException {
        assertShut(device(probe));
    }

    // The door of effects: what can happen outside, for code that has passed the door of names.

    static Stream<Probe> effects() {
        return Stream.of(
                new Probe("read a file", "print('LEAK' if 'secret' in open('SECRET_FILE').read() else '')"),
                new Probe(
                        "read a file by ..",
                        "print('LEAK' if open('/usr/../SECRET_FILE'.replace('//', '/')).read() else '')"),
                new Probe(
                        "read a file as bytes, unbuffered",
                        "import io\nprint('LEAK' if io.FileIO('SECRET_FILE').read() else '')"),
                new Probe(
                        "open a file by descriptor",
                        "import os\nos.read(os.open('SECRET_FILE', os.O_RDONLY), 9)\nprint('LEAK')"),
                new Probe("write a file", "open('FOLDER/written', 'w').write('x')\nprint('LEAK')"),
                new Probe("list a folder", "import os\nprint('LEAK' if 'secret.txt' in os.listdir('FOLDER') else '')"),
                new Probe("scan a folder", "import os\nprint('LEAK' if list(os.scandir('FOLDER')) else '')"),
                new Probe("look at a file", "import os\nos.stat('SECRET_FILE')\nprint('LEAK')"),
                new Probe(
                        "remove a file",
                        "import os\nopen('FOLDER/gone', 'w').close()\nos.remove('FOLDER/gone')\nprint('LEAK')"),
                new Probe(
                        "make a folder",
                        "import os, random\nos.mkdir('FOLDER/made%d' % random.randrange(10**9))\nprint('LEAK')"),
                new Probe("read through a symbolic link", "print('LEAK' if open('FOLDER/link').read() else '')"),
                new Probe("a traceback's source lines", """
                        import traceback
                        try:
                            exec(compile('1/0', 'SECRET_FILE', 'exec'))
                        except ZeroDivisionError:
                            print('LEAK' if "host's" in traceback.format_exc() else '')
                        """),
                new Probe(
                        "linecache", "import linecache\nprint('LEAK' if linecache.getline('SECRET_FILE', 1) else '')"),
                new Probe(
                        "import a file of the host",
                        "import sys\nsys.path.append('FOLDER')\nimport hostmodule\nprint('LEAK')"),
                new Probe("the environment", "import os\nprint('LEAK' if 'PATH' in os.environ else '')"),
                new Probe("a process", "import subprocess\nsubprocess.run(['true'])\nprint('LEAK')"),
                new Probe("a shell", "import os\nprint('LEAK' if os.system('true') == 0 else '')"),
                new Probe("a socket", "import socket\nsocket.create_connection(('127.0.0.1', PORT))\nprint('LEAK')"),
                new Probe("a server", "import socket\nsocket.socket().bind(('127.0.0.1', 0))\nprint('LEAK')"),
                new Probe("a look-up of a name", "import socket\nsocket.gethostbyname('localhost')\nprint('LEAK')"),
                new Probe("the JDK's own files", "print('LEAK' if open('JAR').read() else '')"));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void effectsLeakWithTheDoorOpen(Probe probe) throws IOException {
        assertLeaks(plain(probe));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void effectsAreShut(Probe probe) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Device device = device(output);
                Context context = ContextFactory.context(engine, device)) {
            assertShut(eval(context, probe, output));
        }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void effectsAreShutForAScript(Probe probe) throws IOException {
        assertShut(device(probe));
    }

    // The door of objects: which Java members Python can touch.

    /** What a host object looks like. */
    public static final class Host {
        public final String field = SECRET;

        @Exposed
        public String exposed() {
            return "fine";
        }

        @Exposed
        public void fail() {
            throw new IllegalStateException(SECRET);
        }

        public String hidden() {
            return SECRET;
        }
    }

    static Stream<Probe> objects() {
        return Stream.of(
                new Probe("a method that is not exposed", "print('LEAK' if host.hidden() else '')"),
                new Probe("a field", "print('LEAK' if host.field else '')"),
                new Probe("reflection", "print('LEAK' if host.getClass() else '')"),
                new Probe("the class loader", "print('LEAK' if host.getClass().getClassLoader() else '')"),
                new Probe("hashCode", "print('LEAK' if host.hashCode() is not None else '')"),
                new Probe("the members' list", "print('LEAK' if 'hidden' in dir(host) else '')"),
                new Probe("a Java class by name", "import java\njava.type('java.lang.System')\nprint('LEAK')"),
                new Probe(
                        "one of qpy's own classes", "import java\njava.type('io.qpy.runtime.Session')\nprint('LEAK')"),
                new Probe(
                        "another language",
                        "import polyglot\npolyglot.eval(language='python', string='1')\nprint('LEAK')"),
                new Probe("a Java exception", """
                        try:
                            host.fail()
                        except Exception as e:
                            pass
                        except BaseException as e:
                            print('LEAK')
                        """));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void objectsLeakWithTheDoorOpen(Probe probe) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Context context = Context.newBuilder("python")
                .engine(openEngine)
                .allowAllAccess(true)
                .out(output)
                .err(output)
                .build()) {
            context.getBindings("python").putMember("host", new Host());
            assertLeaks(eval(context, probe, output));
        }
    }

    @ParameterizedTest
    @MethodSource("objects")
    void objectsAreShut(Probe probe) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Device device = device(output);
                Context context = ContextFactory.context(engine, device)) {
            context.eval("python", Files.readString(Path.of("src/main/python/boot.py")));
            Marshal marshal = new Marshal(context.getBindings("python").getMember("boot"), new Bugs());
            context.getBindings("python").putMember("host", new HostObject(new Host(), marshal));
            assertShut(eval(context, probe, output));
        }
    }

    // How a probe runs.

    private static String plain(Probe probe) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        prepare();
        try (Context context = Context.newBuilder("python")
                .engine(openEngine)
                .allowAllAccess(true)
                .out(output)
                .err(output)
                .build()) {
            return eval(context, probe, output);
        }
    }

    private static String device(Probe probe) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Session session = runtime.start(device(output), false)) {
            session.run(Script.of("probe.py", probe.source()));
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    private static Device device(ByteArrayOutputStream output) throws IOException {
        prepare();
        return Device.builder()
                .console(new Console(InputStream.nullInputStream(), output, output))
                .flash(Flash.inMemory(Files.createDirectories(folder.resolve("script"))))
                .build();
    }

    private static void prepare() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Files.writeString(folder.resolve("hostmodule.py"), "x = 1\n");
        Path link = folder.resolve("link");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, folder.resolve("secret.txt"));
        }
    }

    private static String eval(Context context, Probe probe, ByteArrayOutputStream output) {
        try {
            context.eval("python", probe.source());
            context.eval("python", "import sys\nsys.stdout.flush()");
        } catch (PolyglotException e) {
            output.writeBytes(("refused by the engine: " + e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    private static void assertLeaks(String output) {
        assertTrue(output.contains("LEAK"), () -> "the probe tests nothing: " + output);
    }

    private static void assertShut(String output) {
        assertFalse(output.contains("LEAK"), output);
    }
}
