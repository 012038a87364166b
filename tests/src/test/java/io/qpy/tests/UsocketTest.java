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

    private void assertPrints(String expected, String source) {
        TestDevice device = device();
        device.run("import usocket, uselect, utime\n" + source);
        assertEquals(expected, device.output(), () -> device.errors() + device.notices());
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
        assertPrints("""
                5 b''
                b'line one\\n' b'line two\\n'
                b'rest'
                107
                -1
                """, """
                s = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM)
                s.connect(usocket.getaddrinfo('h', 1000)[0][-1])
                print(s.send(b'hello'), s.recv(0))
                print(s.readline(), s.readline())
                print(s.read())
                try:
                    s.recv(1)
                except OSError as e:
                    print(e.args[0])
                s.close()
                print(s.getsocketsta())
                """);
        done.get();
    }

    @Test
    void aServer() throws Exception {
        TestDevice device = device();
        CompletableFuture<Outcome> script = CompletableFuture.supplyAsync(() -> device.run("""
                import usocket
                s = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM, usocket.IPPROTO_TCP_SER)
                s.setsockopt(usocket.SOL_SOCKET, usocket.SO_REUSEADDR, 1)
                s.bind(('', 0))
                s.listen(5)
                client, ip, port = s.accept()
                print(ip, port > 0, client.recv(100))
                client.send('answer')
                client.close()
                s.close()
                """));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), listeningPort(device))) {
            client.getOutputStream().write(ascii("question"));
            assertEquals("answer", new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        }
        script.get();
        assertEquals("127.0.0.1 True b'question'\n", device.output(), device::errors);
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
        assertPrints("1048576 b'1048576'\n", """
                s = usocket.socket()
                s.connect(('h', 1000))
                print(s.write(bytes(1 << 20)), s.read())
                """);
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
            assertPrints("3 (b'abc', True)\n2 b'de'\n110\n", """
                    s = usocket.socket(usocket.AF_INET, usocket.SOCK_DGRAM)
                    s.settimeout(10)
                    a = ('127.0.0.1', %d)
                    n = s.sendto(b'abc', a)
                    data, sender = s.recvfrom(100)
                    print(n, (data, sender == a))
                    s.connect(a)
                    print(s.send('de'), s.recv(100))
                    s.settimeout(0.1)
                    try:
                        s.recv(1)
                    except OSError as e:
                        print(e.args[0])
                    """.formatted(peer.getLocalPort()));
            done.get();
        }
    }

    @Test
    void timeOutsAndSocketsThatDoNotWait() throws Exception {
        CompletableFuture<Void> done =
                serve(client -> assertEquals(1, client.getInputStream().read()));
        assertPrints("110\n11\nNone\n[]\n[(True, 4)]\n[(True, True)]\n", """
                s = usocket.socket()
                s.connect(('h', 1000))
                def number(f):
                    try:
                        return f()
                    except OSError as e:
                        return e.args[0]
                s.settimeout(0.1)
                print(number(lambda: s.recv(1)))
                s.setblocking(False)
                print(number(lambda: s.recv(1)))
                print(s.read(1))
                p = uselect.poll()
                p.register(s, uselect.POLLIN)
                print(p.poll(10))
                p.modify(s, uselect.POLLIN | uselect.POLLOUT)
                print([(o is s, e) for o, e in p.poll(1000)])
                s.send(b'\\x01')
                p.modify(s, uselect.POLLIN)
                print([(o is s, e & 1 == 1) for o, e in p.poll(10000)])
                """);
        done.get();
    }

    @Test
    void refusedUnknownAndOffline() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0)) {
            closed = free.getLocalPort();
        }
        assertPrints("111\n-2\n9\n", """
                def number(f, *a):
                    try:
                        return f(*a)
                    except OSError as e:
                        return e.args[0]
                print(number(usocket.socket().connect, ('127.0.0.1', %d)))
                print(number(usocket.getaddrinfo, 'no.such.host.invalid', 80))
                s = usocket.socket()
                s.close()
                print(number(s.send, b'x'))
                """.formatted(closed));
        TestDevice offline = device().modem(new Modem(Modem.Identity.SAMPLE, Modem.State.NO_SIM));
        offline.run("""
                import usocket
                try:
                    usocket.socket().connect(('127.0.0.1', 1))
                except OSError as e:
                    print(e.args[0] > 0)
                """);
        assertEquals("True\n", offline.output(), offline::errors);
        assertTrue(offline.notices().toString().contains("the device is offline"), () -> offline.notices()
                .toString());
    }

    @Test
    void anotherThreadClosesASocketThatWaits() throws Exception {
        CompletableFuture<Void> done =
                serve(client -> assertEquals(-1, client.getInputStream().read()));
        assertPrints("9\n", """
                import _thread
                s = usocket.socket()
                s.connect(('h', 1000))
                def close():
                    utime.sleep_ms(200)
                    s.close()
                _thread.start_new_thread(close, ())
                try:
                    s.recv(1)
                except OSError as e:
                    print(e.args[0])
                """);
        done.get();
    }

    @Test
    void ctrlCWhileWaiting() throws Exception {
        for (String wait : new String[] {"s.accept()", "c.recv(1)", "p.poll()"}) {
            TestDevice device = device();
            try (Session session = device.start()) {
                CompletableFuture<Outcome> running =
                        CompletableFuture.supplyAsync(() -> session.run(Script.of("main.py", """
                        import usocket, uselect
                        s = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM, usocket.IPPROTO_TCP_SER)
                        s.bind(('', 0))
                        s.listen(1)
                        c = usocket.socket()
                        c.connect(('h', 1000))
                        p = uselect.poll()
                        p.register(c, uselect.POLLIN)
                        print('waiting')
                        try:
                            %s
                        except KeyboardInterrupt:
                            print('interrupted')
                        """.formatted(wait))));
                while (!device.output().contains("waiting")) {
                    Thread.sleep(5);
                }
                session.interrupt();
                running.get();
                assertEquals("waiting\ninterrupted\n", device.output(), () -> wait + device.errors());
            }
        }
    }

    @Test
    void socketsThatAreNotClosedEndWithTheDevice() {
        String script = """
                import usocket
                for i in range(%d):
                    s = usocket.socket()
                    s.connect(('h', 1000))
                    if i %% 2:
                        s.close()
                """;
        device().run(script.formatted(2));
        long before = Resources.descriptors();
        TestDevice device = device();
        device.run(script.formatted(500));
        assertEquals("", device.errors());
        Resources.awaitAtMost(before, Resources::descriptors);
    }
}
