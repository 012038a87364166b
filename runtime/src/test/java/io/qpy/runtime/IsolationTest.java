package io.qpy.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.graal.python.PythonLanguage;
import io.qpy.device.Device;
import io.qpy.device.console.Console;
import io.qpy.device.flash.Flash;
import io.qpy.module.Exposed;
import io.qpy.support.Probe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private static final Path PROBES = Path.of("../tests/walls");
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

    /** What a probe does; SECRET_FILE, FOLDER, PORT and JAR are replaced. */
    private static String source(Probe probe) {
        String body = probe.code()
                .replace("SECRET_FILE", folder.resolve("secret.txt").toString())
                .replace("FOLDER", folder.toString())
                .replace("PORT", String.valueOf(server.getLocalPort()))
                .replace("JAR", System.getProperty("java.home") + "/release")
                .indent(4);
        return "try:\n" + body + "except BaseException as e:\n    print('refused', type(e), e)\n";
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

    static List<Probe> names() {
        return Probe.in(PROBES.resolve("names.py"));
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

    static List<Probe> effects() {
        return Probe.in(PROBES.resolve("effects.py"));
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

    static List<Probe> objects() {
        return Probe.in(PROBES.resolve("objects.py"));
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
        session.run(Script.of("probe.py", source(probe)));
        return OUTPUT.toString(StandardCharsets.UTF_8);
    }

    private static String in(Context context, Probe probe) {
        try {
            context.eval("python", source(probe));
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
