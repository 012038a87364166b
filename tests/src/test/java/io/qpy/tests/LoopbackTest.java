package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.network.HostTable;
import io.qpy.wiring.Config;
import io.qpy.wiring.ConfigException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ports of this PC: open as a default, for a developer's own broker; shut by {@code --net off} and by {@code qpy.toml}. */
class LoopbackTest {
    /** Connects to each address; prints those that let it in. */
    private static ServerSocket server;

    @BeforeAll
    static void listen() throws IOException {
        server = new ServerSocket(0, 200); // on each address of this PC
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    private static List<String> addresses() throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "127.0.0.1",
                "127.1.2.3",
                "localhost",
                "0.0.0.0",
                "0",
                "127.1",
                "2130706433",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::127.0.0.1",
                "10.91.44.177",
                "10.91.44.9"));
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(InetAddress::getHostAddress)
                .forEach(all::add);
        return all;
    }

    private static String connect(TestDevice device) throws IOException {
        String hosts = "['" + String.join("', '", addresses()) + "']";
        device.script("loopback/connect.py", "HOSTS = " + hosts, "PORT = " + server.getLocalPort());
        return device.output();
    }

    @Test
    void isOpenAsADefault() throws IOException {
        String output = connect(new TestDevice());
        assertTrue(output.contains("in by 127.0.0.1") && output.contains("in by localhost"), output);
    }

    @Test
    void isShutWithTheSetting() throws IOException {
        assertEquals("", connect(new TestDevice().withoutThisPc()));
    }

    @Test
    void isShutWithoutANetwork() throws IOException {
        assertEquals("", connect(new TestDevice().hosts(HostTable.none())));
    }

    @Test
    void theDevicesOwnAddressLeadsToItsOwnServersOnly() throws IOException {
        String output = connect(new TestDevice());
        assertTrue(!output.contains("in by 10.91.44"), output);
    }

    @Test
    void aScriptStillReachesItsOwnServer() throws IOException {
        TestDevice device = new TestDevice().withoutThisPc();
        device.prints("loopback/own_server.py", "OWN = " + freePort());
    }

    @Test
    void aHostOfTheTableIsStillAnswered() throws IOException {
        TestDevice device = new TestDevice();
        device.host("mine.example", 80, new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
        device.withoutThisPc().run(Scripts.source("loopback/host_of_the_table.py"));
        assertEquals(Scripts.expected("loopback/host_of_the_table.py"), device.output(), device.errors());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void theSettingIsReadStrictly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("qpy.toml");
        Files.writeString(file, "[network]\nloopback = false\n");
        assertEquals(false, Config.of(folder).loopback());
        Files.writeString(file, "[network]\nloopback = true\n");
        assertEquals(true, Config.of(folder).loopback());
        for (String wrong : List.of("loopback = 'no'", "loopback = 0", "loop = false", "loopback = []")) {
            Files.writeString(file, "[network]\n" + wrong + "\n");
            Assertions.assertThrows(ConfigException.class, () -> Config.of(folder), wrong);
        }
    }
}
