package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.Device;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.device.flash.Flash;
import io.qpy.device.modem.Modem;
import io.qpy.device.network.HostTable;
import io.qpy.device.time.Time;
import io.qpy.device.tls.Trust;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.wiring.Modules;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fresh device in this JVM, for a test that drives it: its console is recorded, its hosts are the test's. */
final class TestDevice {
    /** What a person is told first is one sentence of so many characters. */
    private static final int LONGEST_CAUSE = 200;

    static final QpyRuntime RUNTIME = new QpyRuntime(Modules.all());

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Map<String, InetSocketAddress> hosts = new HashMap<>();
    private HostTable table = table();
    private Modem modem = new Modem(Modem.Identity.SAMPLE, Modem.State.ONLINE);
    private Flash flash = Flash.inMemory();
    private Trust trust = Trust.inAnyone();
    private Time time = Time.real();
    private Random random = new Random();

    /** Answers a host and port, as the script names them, with a server of the test's. */
    TestDevice host(String host, int port, InetSocketAddress server) {
        hosts.put(host + ":" + port, server);
        return this;
    }

    /** Takes the place of the test's own hosts. */
    TestDevice hosts(HostTable value) {
        table = value;
        return this;
    }

    /** Shuts the ports of this PC, as {@code loopback = false} does. */
    TestDevice withoutThisPc() {
        table = table.withoutThisPc();
        return this;
    }

    TestDevice modem(Modem value) {
        modem = value;
        return this;
    }

    TestDevice flash(Flash value) {
        flash = value;
        return this;
    }

    TestDevice trust(Trust value) {
        trust = value;
        return this;
    }

    TestDevice random(Random value) {
        random = value;
        return this;
    }

    TestDevice time(Time value) {
        time = value;
        return this;
    }

    /** Switches the device on, for a test that needs more than to run one script; the caller closes the session. */
    Session start() {
        return start(RUNTIME.prepare());
    }

    /** The same in an interpreter that may have served another; {@link Session#release} says whether it can serve a third. */
    Session start(Interpreter interpreter) {
        return start(RUNTIME, interpreter);
    }

    /** The same with other modules. */
    Session start(QpyRuntime runtime, Interpreter interpreter) {
        Device device = Device.builder()
                .console(new Console(InputStream.nullInputStream(), output, errors))
                .notices(new Notices(notice -> notices.add(notice.text())))
                .modem(modem)
                .flash(flash)
                .hosts(table)
                .trust(trust)
                .time(time)
                .random(random)
                .build();
        return runtime.start(interpreter, device, false);
    }

    /** Runs a script to its end. */
    Outcome run(String source) {
        try (Session session = start()) {
            return session.run(Script.of("main.py", source));
        }
    }

    /** Runs a script of {@link Scripts} to its end; {@code constants} are lines that come before it, as a port's number. */
    Outcome script(String name, String... constants) {
        return run(Stream.of(constants).map(line -> line + "\n").collect(Collectors.joining()) + Scripts.source(name));
    }

    /** The same of one that prints what stands beside it and ends without a traceback. */
    Outcome prints(String name, String... constants) {
        Outcome outcome = script(name, constants);
        assertEquals("", errors(), notices()::toString);
        assertEquals(Scripts.expected(name), output(), notices()::toString);
        return outcome;
    }

    /** What the device has printed and logged. */
    String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    /** The tracebacks. */
    String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    /** What qpy has said to the person at the PC, without the codes. */
    List<String> notices() {
        for (String each : List.copyOf(notices)) {
            String cause = each.split("\\. (?=[A-Z])", 2)[0];
            assertTrue(cause.length() <= LONGEST_CAUSE, () -> "a cause of " + cause.length() + " characters: " + each);
        }
        return notices;
    }

    private HostTable table() {
        return new HostTable() {
            @Override
            public Optional<Simulated> find(String host) {
                boolean known = hosts.keySet().stream().anyMatch(key -> key.startsWith(host + ":"));
                return known ? Optional.of(simulated(host)) : Optional.empty();
            }

            @Override
            public boolean reachesOthers() {
                return true;
            }
        };
    }

    private HostTable.Simulated simulated(String host) {
        return new HostTable.Simulated() {
            @Override
            public Optional<InetSocketAddress> endpoint(int port, HostTable.Transport transport) {
                return Optional.ofNullable(hosts.get(host + ":" + port));
            }

            @Override
            public String description(int port) {
                return "a server of the test's";
            }
        };
    }
}
