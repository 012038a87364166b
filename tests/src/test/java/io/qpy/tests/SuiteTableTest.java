package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.Notices;
import io.qpy.device.time.DeviceClock;
import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.TlsSocket;
import io.qpy.device.tls.Trust;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every cipher suite of the documentation's table, alone, for 100 KB each way, with servers that are not ours. */
class SuiteTableTest {
    private static final int ROWS = 100;
    private static final String ROW = "0123456789abcdef".repeat(64).substring(1); // 1023 and a newline: 100 KB in all

    @TempDir
    private static Path folder;

    private static Map<String, Integer> table;
    private static TlsIdentities identities;

    /** Who has negotiated what. */
    private final Map<Integer, Set<String>> negotiated = new ConcurrentHashMap<>();

    @BeforeAll
    static void prepare() throws Exception {
        TlsPeer.requireInstalled();
        table = SuiteTable.read();
        identities = TlsIdentities.in(folder);
    }

    @Test
    void everySuiteIsNegotiatedAlone() throws Exception {
        Map<String, Integer> suites = new LinkedHashMap<>(table);
        suites.values().remove(SuiteTable.SIGNAL);
        assertEquals(79, suites.size());
        throughAScript(suites);
        throughDeviceTls(suites);
        report(suites);
        Set<Integer> missing = new TreeSet<>(suites.values());
        missing.removeAll(negotiated.keySet());
        assertEquals(Set.of(), missing);
    }

    /** mbedTLS, which the module itself uses: usocket and ussl, one script for all of them. */
    private void throughAScript(Map<String, Integer> suites) throws Exception {
        try (TlsPeer peer = TlsPeer.mbedtls(identities, false, List.copyOf(suites.values()))) {
            TestDevice device = new TestDevice();
            device.script("tls/suites/peer.py", "COUNT = " + suites.size(), "PORT = " + peer.port());
            List<String> expected =
                    suites.keySet().stream().map(name -> name + " True").toList();
            assertEquals(String.join("\n", expected) + "\n", device.output(), device::errors);
            suites.forEach((name, code) -> note(code, "mbedTLS"));
            for (String name : suites.keySet()) {
                assertTrue(
                        peer.lines().contains("TLSv1.2 " + name.replace('_', '-') + " "),
                        () -> name + " in " + peer.lines());
            }
        }
    }

    private void note(int code, String who) {
        negotiated.computeIfAbsent(code, key -> new TreeSet<>()).add(who);
    }

    /** OpenSSL and GnuTLS, a server process for each suite, two at a time. */
    private void throughDeviceTls(Map<String, Integer> suites) throws Exception {
        Map<Integer, String> openssl = SuiteTable.openssl();
        Set<Integer> gnutls = SuiteTable.gnutls();
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<?>> all = new ArrayList<>();
        suites.forEach((name, code) -> {
            if (openssl.containsKey(code)) {
                all.add(two.submit(() -> converse(
                        name,
                        code,
                        "OpenSSL",
                        TlsPeer.openssl(
                                identities,
                                SuiteTable.identity(name),
                                "-tls1_2",
                                "-cipher",
                                openssl.get(code) + ":@SECLEVEL=0"))));
            }
            if (gnutls.contains(code)) {
                all.add(two.submit(() -> converse(
                        name,
                        code,
                        "GnuTLS",
                        TlsPeer.gnutls(identities, SuiteTable.identity(name), SuiteTable.priority(name)))));
            }
        });
        for (Future<?> each : all) {
            each.get();
        }
        two.shutdown();
    }

    private Void converse(String name, int code, String who, TlsPeer server) throws Exception {
        try (TlsPeer peer = server;
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), peer.port())) {
            socket.setSoTimeout(20_000);
            TlsSocket tls = DeviceTls.of(Trust.inAnyone(), DeviceClock.system(), Notices.discarding())
                    .over(socket, "localhost", peer.port());
            tls.startHandshake();
            assertEquals(name, tls.session().suite(), who);
            DataInputStream in = new DataInputStream(tls.getInputStream());
            for (int i = 0; i < ROWS; i++) {
                tls.getOutputStream().write((ROW + "\n").getBytes(StandardCharsets.US_ASCII));
                byte[] answer = new byte[ROW.length() + 1];
                in.readFully(answer);
                assertEquals(peer.answer(ROW) + "\n", new String(answer, StandardCharsets.US_ASCII), name + " " + who);
            }
            tls.close();
            note(code, who);
            return null;
        }
    }

    private void report(Map<String, Integer> suites) throws IOException {
        StringBuilder report = new StringBuilder();
        suites.forEach((name, code) -> report.append("0x%04x %-50s TLSv1.2 %s%n"
                .formatted(code, name, String.join(", ", negotiated.getOrDefault(code, Set.of())))));
        Files.writeString(Path.of("target/tls-suites.txt"), report);
        for (String who : List.of("mbedTLS", "GnuTLS", "OpenSSL")) {
            long count = negotiated.values().stream()
                    .filter(each -> each.contains(who))
                    .count();
            System.out.println("cipher suites with " + who + ": " + count + " of " + suites.size());
        }
    }

    /** TLS 1.3's suites come first, then the table as it is printed, the signal last as in the table. */
    @Test
    void offersTheTableInItsOrder() throws Exception {
        List<Integer> expected = new ArrayList<>(List.of(0x1303, 0x1302, 0x1301, 0x1304, 0x1305));
        expected.addAll(table.values());
        assertEquals(80, table.size());
        assertEquals(expected, offered());
    }

    private static List<Integer> offered() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<Integer>> suites = CompletableFuture.supplyAsync(() -> clientHello(listener));
            TestDevice device = new TestDevice();
            device.prints("tls/suites/offered.py", "PORT = " + listener.getLocalPort());
            return suites.get();
        }
    }

    /** The suites of a ClientHello (RFC 8446, section 4.1.2). */
    private static List<Integer> clientHello(ServerSocket listener) {
        try (Socket client = listener.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.readFully(new byte[5 + 4 + 2 + 32]); // record, handshake, version, random
            in.readFully(new byte[in.readUnsignedByte()]); // session id
            int count = in.readUnsignedShort() / 2;
            List<Integer> suites = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                suites.add(in.readUnsignedShort());
            }
            in.skipBytes(in.available());
            return suites;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
