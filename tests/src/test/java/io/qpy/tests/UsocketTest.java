package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.modem.Modem;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** usocket and uselect against plain Java sockets on the other side. */
class UsocketTest {
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 600, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** What a server does with its client. */
    private interface Service {
        void serve(Socket client) throws IOException;
    }

    private CompletableFuture<Void> serve(Service service) {
        return CompletableFuture.runAsync(() -> {
            try (Socket client = server.accept()) {
                service.serve(client);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private TestDevice device() {
        return new TestDevice().host("h", 1000, (InetSocketAddress) server.getLocalSocketAddress());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aClient() throws Exception {
        CompletableFuture<Void> done = serve(client -> {
            assertEquals("hello", new String(client.getInputStream().readNBytes(5), StandardCharsets.US_ASCII));
            client.getOutputStream().write(ascii("line one\nline "));
            client.getOutputStream().flush();
            client.getOutputStream().write(ascii("two\nrest"));
        });
        device().prints("usocket/client.py");
        done.get();
    }

    @Test
    void aServer() throws Exception {
        TestDevice device = device();
        CompletableFuture<Outcome> script = CompletableFuture.supplyAsync(() -> device.script("usocket/server.py"));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), listeningPort(device))) {
            client.getOutputStream().write(ascii("question"));
            assertEquals("answer", new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        }
        script.get();
        assertEquals(Scripts.expected("usocket/server.py"), device.output(), device::errors);
    }

    private static int listeningPort(TestDevice device) throws InterruptedException {
        Pattern line = Pattern.compile("listens on 127.0.0.1:(\\d+)");
        while (true) {
            for (String notice : device.notices()) {
                Matcher found = line.matcher(notice);
                if (found.find()) {
                    return Integer.parseInt(found.group(1));
                }
            }
            Thread.sleep(5);
        }
    }

    @Test
    void aMegabyteToASlowReader() throws Exception {
        server.setReceiveBufferSize(4096);
        CompletableFuture<Void> done = serve(client -> {
            InputStream in = client.getInputStream();
            byte[] chunk = new byte[3000];
            long sum = 0;
            for (int left = 1 << 20; left > 0; left -= chunk.length) {
                new DataInputStream(in).readFully(chunk, 0, Math.min(left, chunk.length));
                sum += Math.min(left, chunk.length);
            }
            client.getOutputStream().write(ascii(Long.toString(sum)));
        });
        device().prints("usocket/megabyte.py");
        done.get();
    }

    @Test
    void datagrams() throws Exception {
        try (DatagramSocket peer = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < 2; i++) {
                        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                        peer.receive(packet);
                        peer.send(packet);
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            device().prints("usocket/datagrams.py", "PORT = " + peer.getLocalPort());
            done.get();
        }
    }

    @Test
    void timeOutsAndSocketsThatDoNotWait() throws Exception {
        CompletableFuture<Void> done =
                serve(client -> assertEquals(1, client.getInputStream().read()));
        device().prints("usocket/time_outs.py");
        done.get();
    }

    @Test
    void refusedUnknownAndOffline() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0)) {
            closed = free.getLocalPort();
        }
        device().prints("usocket/refused.py", "PORT = " + closed);
        TestDevice offline = device().modem(new Modem(Modem.Identity.SAMPLE, Modem.State.NO_SIM));
        offline.prints("usocket/offline.py");
        assertTrue(offline.notices().toString().contains("the device is offline"), () -> offline.notices()
                .toString());
    }

    @Test
    void anotherThreadClosesASocketThatWaits() throws Exception {
        CompletableFuture<Void> done =
                serve(client -> assertEquals(-1, client.getInputStream().read()));
        device().prints("usocket/closed_by_another.py");
        done.get();
    }

    @Test
    void ctrlCWhileWaiting() throws Exception {
        for (String wait : new String[] {"accept", "recv", "poll"}) {
            TestDevice device = device();
            try (Session session = device.start()) {
                CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> session.run(
                        Script.of("main.py", "WAIT = '" + wait + "'\n" + Scripts.source("usocket/interrupted.py"))));
                while (!device.output().contains("waiting")) {
                    Thread.sleep(5);
                }
                session.interrupt();
                running.get();
                assertEquals(Scripts.expected("usocket/interrupted.py"), device.output(), () -> wait + device.errors());
            }
        }
    }

    @Test
    void socketsThatAreNotClosedEndWithTheDevice() {
        device().script("usocket/left_open.py", "COUNT = 2");
        long before = Resources.descriptors();
        TestDevice device = device();
        device.script("usocket/left_open.py", "COUNT = 500");
        assertEquals("", device.errors());
        Resources.awaitAtMost(before, Resources::descriptors);
    }
}
