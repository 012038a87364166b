package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.modem.Modem;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NtptimeTest {
    /** 2021-03-04 05:06:07 UTC, a Thursday. */
    private static final Clock THEN = Clock.fixed(Instant.ofEpochSecond(1614834367), ZoneOffset.UTC);

    private static final String CLOCK = "import ntptime, utime\ndef t(): return utime.localtime()[:6]\n";

    private final TestDevice device = new TestDevice();
    private final List<AutoCloseable> servers = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    /** Only loopback: a fallback that a test does not name would go out for real. */
    private String printed(String script) {
        device.run(CLOCK + "ntptime.r_host[:] = []\n" + script);
        assertEquals("", device.errors());
        return device.output();
    }

    private void sandbox(String... hosts) {
        Sandbox sandbox = Sandbox.builder().clock(THEN).build();
        servers.add(sandbox);
        for (String host : hosts) {
            device.host(host, 123, sandbox.ntp().address());
        }
    }

    /** A port that takes packets and never answers. */
    private DatagramSocket silence(String host) throws Exception {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        servers.add(socket);
        device.host(host, 123, (InetSocketAddress) socket.getLocalSocketAddress());
        return socket;
    }

    @Test
    void setsTheClockToUtc() {
        sandbox("ntp.aliyun.com");
        assertEquals("0 (2021, 3, 4, 5, 6, 7)\n", printed("print(ntptime.settime(), t())\n"));
    }

    @Test
    void addsTheZone() {
        sandbox("ntp.aliyun.com");
        assertEquals(
                "0 (2021, 3, 4, 13, 6, 7) 0 (2021, 3, 3, 17, 6, 7)\n",
                printed("print(ntptime.settime(timezone=8), t(), ntptime.settime(-12), t())\n"));
    }

    @Test
    void tellsSecondsSince2000() {
        sandbox("ntp.aliyun.com");
        assertEquals(1614834367L - 946684800L + "\n", printed("print(ntptime.time())\n"));
    }

    @Test
    void asksTheHostThatTheScriptNames() {
        sandbox("one", "two");
        assertEquals(Scripts.expected("ntptime/named_host.py"), printed(Scripts.source("ntptime/named_host.py")));
    }

    @Test
    void noHostIsAFailure() {
        assertEquals(
                "-1 -1 ntp.aliyun.com\n", printed("print(ntptime.sethost(None), ntptime.sethost(), ntptime.host)\n"));
    }

    @Test
    void badArgumentsAreAFailure() {
        assertEquals(
                "-1 -1 -1\n",
                printed("print(ntptime.settime(13), ntptime.settime(timeout=0), ntptime.settime('8'))\n"));
    }

    @Test
    void anotherServerAnswersForASilentOne() throws Exception {
        sandbox("spare");
        silence("silent");
        String script = "ntptime.host = 'silent'\nntptime.r_host.append('spare')\n";
        assertEquals(
                "0 -1 silent\n",
                printed(script + "print(ntptime.settime(timeout=0.2), ntptime.settime(0, 0, 0.2), ntptime.host)\n"));
    }

    @Test
    void silenceLeavesTheClockAloneAndIsExplainedOnce() throws Exception {
        silence("silent");
        String script = Scripts.source("ntptime/silence.py");
        assertEquals("-1\nTrue\n", printed(script + "print(t()[:4] == before[:4])\n"));
        assertEquals(
                "ntptime: no server told the time: 'silent' did not answer within 0.2 s",
                device.notices().get(device.notices().size() - 1));
    }

    @Test
    void timeRaisesWhereNobodyAnswers() {
        device.modem(new Modem(Modem.Identity.SAMPLE, Modem.State.NO_SIM));
        assertEquals(Scripts.expected("ntptime/nobody.py"), printed(Scripts.source("ntptime/nobody.py")));
        assertTrue(device.notices().get(0).contains("the device is offline"), device.notices()::toString);
    }

    @Test
    void garbageIsNoTime() throws Exception {
        DatagramSocket server = silence("garbage");
        CompletableFuture<Integer> firstByte = CompletableFuture.supplyAsync(() -> answerWith(server, new byte[9]));
        assertEquals(Scripts.expected("ntptime/garbage.py"), printed(Scripts.source("ntptime/garbage.py")));
        assertEquals(0x1B, firstByte.get(10, TimeUnit.SECONDS));
        assertTrue(device.notices().get(1).contains("'garbage' did not answer in NTP"), device.notices()::toString);
    }

    /** Each is an answer to be believed, but for one thing; the first for none. */
    @Test
    void anAnswerThatTellsNoTimeIsRefused() throws Exception {
        int[][] changes = {
            {-1, 0},
            {0, 0x1B}, // a question
            {0, 0x1D}, // broadcast
            {0, 0xDC}, // leap indicator 3: not synchronised
            {1, 0}, // stratum 0: kiss of death
            {1, 16},
            {1, 255},
            {24, 1}, // originate timestamp
            {40, 0}, // the time 0
        };
        for (int[] change : changes) {
            byte[] answer = new byte[48];
            answer[0] = 0x1C;
            answer[1] = 1;
            answer[40] = (byte) 0xE3;
            if (change[0] >= 0) {
                answer[change[0]] = (byte) change[1];
            }
            DatagramSocket server = silence("server");
            CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> answerWith(server, answer));
            device.run(CLOCK + Scripts.source("ntptime/no_time.py"));
            assertEquals(0x1B, asked.get(10, TimeUnit.SECONDS));
        }
        assertEquals("", device.errors());
        assertEquals("0 False\n" + "-1 True\n".repeat(changes.length - 1), device.output());
    }

    private static int answerWith(DatagramSocket server, byte[] answer) {
        try {
            DatagramPacket request = new DatagramPacket(new byte[100], 100);
            server.receive(request);
            server.send(new DatagramPacket(answer, answer.length, request.getSocketAddress()));
            return request.getData()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void controlCEndsTheWait() throws Exception {
        DatagramSocket silent = silence("silent");
        try (Session session = device.start()) {
            silent.setSoTimeout(10_000);
            CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(
                    () -> session.run(Script.of("main.py", Scripts.source("ntptime/interrupted.py"))));
            silent.receive(new DatagramPacket(new byte[100], 100));
            session.interrupt();
            assertEquals(130, outcome.get(10, TimeUnit.SECONDS).exitCode());
        }
    }
}
