package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qpy.support.Launcher;
import io.qpy.testing.QpyDevice;
import io.qpy.testing.ScriptResult;
import io.qpy.wiring.ConfigException;
import io.qpy.wiring.Wiring;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is connected to a serial port: programs of this PC, and a Modbus slave. */
class UartTest {
    private static final Path SCRIPTS = Path.of("uart");
    private static final Path LOGGER = Path.of("../samples/modbus-logger");
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private QpyDevice device(String board) throws IOException {
        for (String each : List.of("echo.py", "master.py", "gateway.py")) {
            Files.copy(SCRIPTS.resolve(each), folder.resolve(each));
        }
        Files.copy(LOGGER.resolve("modbus.py"), folder.resolve("modbus.py"));
        Files.writeString(folder.resolve("qpy.toml"), "[board]\n" + board + "\n");
        return QpyDevice.builder().folder(folder.toRealPath()).limit(LIMIT).build();
    }

    private ScriptResult run(QpyDevice device, String script) throws IOException {
        return device.run(folder.resolve(script));
    }

    /** Says something as soon as the script is ready, and returns all that it has sent back. */
    private static String talk(InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        assertEquals("ready", lines.readLine());
        out.write("hello\nbye\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        return lines.readLine() + " " + lines.readLine();
    }

    private static CompletableFuture<String> later(Talk talk) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return talk.run();
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    private interface Talk {
        String run() throws IOException;
    }

    private static String result(CompletableFuture<String> talk) throws Exception {
        return talk.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void theLoggersTestsPass() throws Exception {
        Launcher.Ended ended = new Launcher(folder).run(LOGGER, "test", ".");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
    }

    @Test
    void talksToAServer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                QpyDevice device = device("uart2 = \"tcp:127.0.0.1:" + server.getLocalPort() + "\"")) {
            CompletableFuture<String> talk = later(() -> {
                try (Socket client = server.accept()) {
                    return talk(client.getInputStream(), client.getOutputStream());
                }
            });
            ScriptResult ended = run(device, "echo.py");
            assertEquals("b'HELLO\\nBYE\\n'\n", ended.output());
            assertEquals("HELLO BYE", result(talk));
        }
    }

    @Test
    void talksToAClient() throws Exception {
        try (QpyDevice device = device("uart2 = \"listen:0\"")) {
            Wiring.connect(device.device());
            URI address = URI.create(device.device().uarts().get(2).peer().toString());
            try (Socket client = new Socket(address.getHost(), address.getPort())) {
                CompletableFuture<String> talk = later(() -> talk(client.getInputStream(), client.getOutputStream()));
                assertEquals("b'HELLO\\nBYE\\n'\n", run(device, "echo.py").output());
                assertEquals("HELLO BYE", result(talk));
            }
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC}) // JLine has no pseudo-terminals elsewhere
    void aPseudoTerminalIsThereForTheRunOnly() throws Exception {
        Path link = folder.resolve("meter.tty");
        try (QpyDevice device = device("uart2 = \"pty:meter.tty\"")) {
            Wiring.connect(device.device());
            assertTrue(Files.isSymbolicLink(link));
            CompletableFuture<String> talk = later(() -> {
                try (OutputStream out = Files.newOutputStream(link);
                        InputStream in = Files.newInputStream(link)) {
                    return talk(in, out);
                }
            });
            ScriptResult ended = run(device, "echo.py");
            assertEquals("b'HELLO\\nBYE\\n'\n", ended.output());
            assertEquals("HELLO BYE", result(talk));
            assertEquals(List.of(), ended.notices());
        }
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void socatFindsAPseudoTerminal() throws Exception {
        assumeTrue(isThere("socat", "-V"), "socat is not installed");
        try (QpyDevice device = device("uart2 = \"pty:meter.tty\"")) {
            Wiring.connect(device.device());
            Process socat = new ProcessBuilder("socat", "STDIO", folder.resolve("meter.tty") + ",raw,echo=0").start();
            try {
                CompletableFuture<String> talk = later(() -> talk(socat.getInputStream(), socat.getOutputStream()));
                assertEquals("b'HELLO\\nBYE\\n'\n", run(device, "echo.py").output());
                assertEquals("HELLO BYE", result(talk));
            } finally {
                socat.destroy();
            }
        }
    }

    @Test
    void aMasterReadsASlaveOfPymodbus() throws Exception {
        assertEquals("20\n", askPymodbus(19_200, 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {9600, 115_200})
    @Tag("nightly")
    void aThousandRequestsToASlaveOfPymodbus(int rate) throws Exception {
        assertEquals("1000\n", askPymodbus(rate, 1000));
    }

    private String askPymodbus(int rate, int count) throws Exception {
        assumePymodbus();
        try (QpyDevice device = device("uart2 = \"pty:meter.tty\"")) {
            Wiring.connect(device.device());
            Process slave = slave(folder.resolve("meter.tty").toString(), String.valueOf(rate));
            try {
                return ask(device, rate, count);
            } finally {
                slave.destroy();
            }
        }
    }

    @Test
    void aMasterReadsASlaveOfPymodbusOverTcp() throws Exception {
        assertEquals("20\n", askPymodbusOverTcp(19_200, 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {9600, 115_200})
    @Tag("nightly")
    void aThousandRequestsToASlaveOfPymodbusOverTcp(int rate) throws Exception {
        assertEquals("1000\n", askPymodbusOverTcp(rate, 1000));
    }

    private String askPymodbusOverTcp(int rate, int count) throws Exception {
        assumePymodbus();
        Process slave = slave("tcp");
        try {
            String port = slave.inputReader().readLine();
            try (QpyDevice device = device("uart2 = \"tcp:127.0.0.1:" + port + "\"")) {
                return ask(device, rate, count);
            }
        } finally {
            slave.destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9600, 115_200})
    void aThousandRequestsToOurSlaveInVirtualTime(int rate) throws Exception {
        StringBuilder table = new StringBuilder("unit = 1\n[holding]\n");
        for (int address = 0; address < 10; address++) {
            table.append(address).append(" = ").append(17 + address).append('\n');
        }
        Files.writeString(folder.resolve("registers.toml"), table);
        device("uart2 = \"modbus:registers.toml\"").close(); // puts the files there
        Launcher.Ended ended = new Launcher(home)
                .run(folder.toRealPath(), "run", "--time", "virtual", "master.py", String.valueOf(rate), "1000");
        assertEquals("1000\n", ended.output(), ended.errors());
    }

    private String ask(QpyDevice device, int rate, int count) throws IOException {
        return device.run(folder.resolve("master.py"), String.valueOf(rate), String.valueOf(count))
                .output();
    }

    private static void assumePymodbus() throws InterruptedException {
        assumeTrue(
                isThere("/usr/bin/python3", "-c", "import pymodbus, serial_asyncio"),
                "Debian's python3-pymodbus or python3-serial-asyncio is not installed");
    }

    private static Process slave(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("/usr/bin/python3", SCRIPTS.resolve("slave.py").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void mbpollReadsTheSlave() throws Exception {
        assumeTrue(isThere("mbpoll", "-V"), "mbpoll is not installed");
        Files.writeString(folder.resolve("registers.toml"), "unit = 7\n[holding]\n0 = [500, 501]\n20 = 21.5\n");
        try (QpyDevice device = device("uart1 = \"modbus:registers.toml\"\nuart2 = \"pty:meter.tty\"")) {
            Wiring.connect(device.device());
            CompletableFuture<String> gateway =
                    later(() -> run(device, "gateway.py").output());
            String link = folder.resolve("meter.tty").toString();
            String numbers = mbpoll(
                    "-m", "rtu", "-a", "7", "-b", "9600", "-P", "none", "-1", "-o", "10", "-0", "-r", "0", "-c", "2",
                    link);
            assertTrue(numbers.contains("500") && numbers.contains("501"), numbers);
            String real = mbpoll(
                    "-m", "rtu", "-a", "7", "-b", "9600", "-P", "none", "-1", "-o", "10", "-0", "-r", "20", "-t",
                    "4:float", "-B", link);
            assertTrue(real.contains("21.5"), real);
            device.device().board().pin(5).drive(1);
            assertEquals("", result(gateway));
        }
    }

    /** Asks again until it is answered: the script may not have begun. */
    private static String mbpoll(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mbpoll"));
        command.addAll(List.of(arguments));
        String output = "";
        for (int attempt = 0; attempt < PATIENCE_SECONDS; attempt++) {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0 && !output.contains("failed")) {
                return output;
            }
        }
        return output;
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor();
            return !command[0].contains("python") || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        uart2 = "pty:echo.py"           | 2:9: board.uart2: pty:echo.py: .*echo.py exists already: .*
        uart2 = "file:none.txt"         | 2:9: board.uart2: file:none.txt: .*none.txt does not exist
        uart2 = "pty:none/meter.tty"    | 2:9: board.uart2: pty:none/meter.tty: .* does not exist
        uart2 = "modbus:none.toml"      | 2:9: board.uart2: got "modbus:none.toml", want a file .*
        uart2 = "modbus:"               | 2:9: board.uart2: got "modbus:", want a file .*
        uart2 = "peer:none.py"          | 2:9: board.uart2: got "peer:none.py", want a file .*
        uart2 = "tcp:127.0.0.1"         | 2:9: board.uart2: .*tcp:127.0.0.1.*
        uart2 = "listen:99999"          | 2:9: board.uart2: .*99999.*
        uart2 = "usb:1"                 | 2:9: board.uart2: 'usb:1' is no address .*loopback, gnss, modbus:FILE or peer:FILE
        uart2 = 5                       | 2:9: board.uart2: got 5, want a string in quotes
        uart17 = "loopback"             | 2:1: unknown key 'board.uart17'.*
        """)
    void aMistakeInTheConfigurationHasItsPlace(String line, String message) {
        ConfigException e = assertThrows(ConfigException.class, () -> {
            try (QpyDevice device = device(line)) {
                Wiring.connect(device.device());
            }
        });
        assertTrue(e.getMessage().matches("(?s).*qpy.toml:" + message), e.getMessage());
    }

    @Test
    void aPortInUseIsAMistakeToo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            ConfigException e = assertThrows(ConfigException.class, () -> {
                try (QpyDevice device = device("uart2 = \"listen:" + port + "\"")) {
                    Wiring.connect(device.device());
                }
            });
            assertTrue(e.getMessage().contains("qpy.toml:2:9: board.uart2: listen:" + port), e.getMessage());
            assertTrue(e.getMessage().contains("is in use"), e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        unit = 300                | 1:8: unit: got 300, want 1 to 247
        [holding]\\n0 = "x"       | 2:5: holding.0: got "x", want -32768 to 65535, .*
        [holding]\\n0 = 65536     | 2:5: holding.0: got 65536, want -32768 to 65535, .*
        [holding]\\nx = 1         | 2:1: holding.x: 'x' is no address: want 0 to 65535, as on the line
        [input]\\n65535 = [1, 2]  | 2:9: input.65535: has more values than there are addresses: .*
        [coils]\\n0 = 1           | 2:5: coils.0: got 1, want true, false, or an array of them
        [holdings]                | 1:.*: unknown key 'holdings'.*holding.*
        """)
    void aMistakeInATableOfRegistersHasItsPlace(String table, String message) throws IOException {
        Files.writeString(folder.resolve("registers.toml"), table.replace("\\n", "\n"));
        ConfigException e = assertThrows(ConfigException.class, () -> device("uart1 = \"modbus:registers.toml\""));
        assertTrue(e.getMessage().matches("(?s).*registers.toml:" + message), e.getMessage());
    }
}
