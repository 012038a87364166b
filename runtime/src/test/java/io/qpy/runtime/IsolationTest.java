package io.qpy.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.graal.python.PythonLanguage;
import io.qpy.device.Device;
import io.qpy.device.console.Console;
import io.qpy.device.flash.Flash;
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
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

    private static final ByteArrayOutputStream OUTPUT = new ByteArrayOutputStream();

    private static Device device;
    private static Session session;
    private static Engine engine;
    private static Context withoutImporter; // the door of names is open, the others are shut
    private static Context plain; // every door is open
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
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Files.writeString(folder.resolve("hostmodule.py"), "x = 1\n");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("secret.txt"));
        Path script = Files.createDirectories(folder.resolve("script"));
        device = Device.builder()
                .console(new Console(InputStream.nullInputStream(), OUTPUT, OUTPUT))
                .flash(Flash.inMemory(script))
                .build();
        session = new QpyRuntime(List.of()).start(device, false);
        engine = ContextFactory.engine();
        withoutImporter = ContextFactory.context(engine, slotOf(device));
        withoutImporter.enter();
        PythonLanguage language = PythonLanguage.get(null);
        withoutImporter.leave();
        CompiledCode sources = new CompiledCode(withoutImporter, language, null);
        Value boot = new BootCode(withoutImporter, sources).run();
        Marshal marshal = new Marshal(boot, language, new Bugs(), () -> {});
        withoutImporter.getBindings("python").putMember("host", new HostObject(new Host(), marshal));
        plain = Context.newBuilder("python")
                .allowAllAccess(true)
                .out(OUTPUT)
                .err(OUTPUT)
                .build();
        plain.getBindings("python").putMember("host", new Host());
    }

    @AfterAll
    static void close() throws IOException {
        session.close();
        withoutImporter.close();
        plain.close();
        server.close();
        engine.close();
    }

    private static DeviceSlot slotOf(Device device) {
        DeviceSlot slot = new DeviceSlot();
        slot.fill(device);
        return slot;
    }

    @BeforeEach
    void nothingPrinted() {
        OUTPUT.reset();
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
                                c.load_module('java').type('java.lang.String')
                                print('LEAK')
                        """),
                new Probe("polyglot by the same importer", """
                        for c in object.__subclasses__():
                            if c.__name__ == 'BuiltinImporter':
                                c.load_module('polyglot').eval(language='python', string='1')
                                print('LEAK')
                        """));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesLeakWithTheDoorOpen(Probe probe) {
        assertLeaks(in(plain, probe));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAreShut(Probe probe) {
        assertShut(onTheDevice(probe));
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
    void effectsLeakWithTheDoorOpen(Probe probe) {
        assertLeaks(in(plain, probe));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void effectsAreShut(Probe probe) {
        assertShut(in(withoutImporter, probe));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void effectsAreShutForAScript(Probe probe) {
        assertShut(onTheDevice(probe));
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
    void objectsLeakWithTheDoorOpen(Probe probe) {
        assertLeaks(in(plain, probe));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void objectsAreShut(Probe probe) {
        assertShut(in(withoutImporter, probe));
    }

    // How a probe runs.

    /** In the device world: importer, seam and context as a script has them. */
    private static String onTheDevice(Probe probe) {
        session.run(Script.of("probe.py", probe.source()));
        return OUTPUT.toString(StandardCharsets.UTF_8);
    }

    private static String in(Context context, Probe probe) {
        try {
            context.eval("python", probe.source());
            context.eval("python", "import sys\nsys.stdout.flush()");
        } catch (PolyglotException e) {
            OUTPUT.writeBytes(("refused by the engine: " + e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        return OUTPUT.toString(StandardCharsets.UTF_8);
    }

    private static void assertLeaks(String printed) {
        assertTrue(printed.contains("LEAK"), () -> "the probe tests nothing: " + printed);
    }

    private static void assertShut(String printed) {
        assertFalse(printed.contains("LEAK"), printed);
    }
}
