package io.qpy.pymodules.umqtt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Notices;
import io.qpy.device.modem.Modem;
import io.qpy.device.network.HostTable;
import io.qpy.device.time.Time;
import io.qpy.module.Callbacks;
import io.qpy.module.ModuleContext;
import io.qpy.support.MqttPackets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens around a loss, with a broker whose every byte the test sends. */
@Timeout(30)
class MqttLinkTest {
    private static final byte[] CONNACK = {0x20, 2, 0, 0};

    private final Modem modem = new Modem(Modem.Identity.SAMPLE, Modem.State.ONLINE);
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Device device = Device.builder()
            .modem(modem)
            .hosts(HostTable.real())
            .notices(new Notices(notice -> notices.add(notice.text())))
            .build();
    private final Callbacks callbacks = new Callbacks(Time.real());
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private ServerSocket broker;

    @BeforeEach
    void listen() throws IOException {
        broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void leavesNoThread() throws Exception {
        device.close();
        callbacks.close();
        broker.close();
        while (Thread.getAllStackTraces().keySet().stream().anyMatch(MqttLinkTest::isOurs)) {
            Thread.sleep(10);
        }
    }

    private static boolean isOurs(Thread thread) {
        return thread.getName().startsWith("qpy-mqtt");
    }

    private MqttLink link(int keepalive, boolean reconnects) {
        Map<Object, Object> settings = new HashMap<>(Map.of(
                "server",
                "127.0.0.1",
                "port",
                broker.getLocalPort(),
                "ssl",
                false,
                "client_id",
                "link",
                "keepalive",
                keepalive,
                "version",
                4,
                "reconn",
                reconnects));
        UmqttHost host = new UmqttHost(new ModuleContext(device, callbacks, thread -> null), Duration.ofMillis(10));
        return host.link(settings, arguments -> events.add(arguments[0] + " " + arguments[1]));
    }

    /** Connects a link to the broker, which reads CONNECT. */
    private Socket connect(MqttLink link) throws Exception {
        Thread script = new Thread(() -> assertNull(link.connect(true, null)));
        script.start();
        Socket client = welcome();
        script.join();
        return client;
    }

    private Socket welcome() throws IOException {
        Socket client = broker.accept();
        assertEquals(0x10, packet(client)[0]);
        client.getOutputStream().write(CONNACK);
        return client;
    }

    private static byte[] packet(Socket client) throws IOException {
        return MqttPackets.read(client.getInputStream());
    }

    private void sees(String... expected) throws InterruptedException {
        for (String each : expected) {
            assertEquals(each, events.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void comesBackAndSubscribesAgain() throws Exception {
        MqttLink link = link(0, true);
        Socket first = connect(link);
        Thread script = new Thread(() -> assertTrue(link.subscribe("topic", 1)));
        script.start();
        assertEquals((byte) 0x82, packet(first)[0]);
        first.getOutputStream().write(new byte[] {(byte) 0x90, 3, 0, 1, 1});
        script.join();
        first.close();
        Socket second = welcome();
        byte[] subscribe = packet(second);
        assertEquals("topic", new String(subscribe, 6, 5, StandardCharsets.UTF_8));
        second.getOutputStream().write(new byte[] {(byte) 0x90, 3, 0, 1, 1, 0x30, 4, 0, 1, 't', 'm'});
        assertArrayEquals(new byte[] {'m'}, (byte[]) link.take(true).get(1));
        sees("lost 107", "start ", "attempt ", "success ");
        assertEquals("connected", link.state());
    }

    @Test
    void triesAgainUntilItSucceeds() throws Exception {
        MqttLink link = link(0, true);
        connect(link).close();
        for (int i = 0; i < 2; i++) {
            Socket refused = broker.accept();
            packet(refused);
            refused.getOutputStream().write(new byte[] {0x20, 2, 0, 3});
        }
        welcome();
        String why = "failed the broker says that its service is unavailable (CONNACK code 3)";
        sees("lost 107", "start ", "attempt ", why, "attempt ", why, "attempt ", "success ");
    }

    @Test
    void waitsForTheRadio() throws Exception {
        MqttLink link = link(0, true);
        Socket first = connect(link);
        modem.enter(Modem.State.NO_SIM);
        first.close();
        sees("lost 104", "start ", "waiting ");
        modem.enter(Modem.State.ONLINE);
        welcome();
        sees("attempt ", "success ");
    }

    @Test
    void noticesAMissingPingResponse() throws Exception {
        MqttLink link = link(1, false); // the facade allows no less than 5
        Socket client = connect(link);
        assertEquals((byte) 0xC0, packet(client)[0]);
        DeviceError error = assertThrows(DeviceError.class, () -> link.take(true));
        assertEquals(List.of(110), error.arguments());
        sees("lost 110");
        assertEquals("lost", link.state());
    }

    @Test
    void endsAReconnectionWhenTheScriptDisconnects() throws Exception {
        MqttLink link = link(0, true);
        connect(link).close();
        Socket silent = broker.accept();
        packet(silent);
        assertFalse(link.disconnect());
        assertNull(link.take(true));
        assertEquals(-1, silent.getInputStream().read());
        assertEquals("none", link.state());
    }

    @Test
    void endsAReconnectionWhenTheDeviceIsSwitchedOff() throws Exception {
        MqttLink link = link(0, true);
        connect(link).close();
        Socket silent = broker.accept();
        packet(silent);
        device.close();
        assertEquals(-1, silent.getInputStream().read());
    }

    @Test
    void acknowledgesWhatIsTakenAndNothingElse() throws Exception {
        MqttLink link = link(0, true);
        Socket client = connect(link);
        client.getOutputStream().write(new byte[] {0x32, 6, 0, 1, 't', 0, 7, 'm', 0x32, 6, 0, 1, 't', 0, 8, 'n'});
        assertNotNull(link.take(true));
        link.ping();
        assertEquals(7, packet(client)[3]); // PUBACK
        assertEquals((byte) 0xC0, packet(client)[0]);
    }

    private static Future<String> publishing(MqttLink link, String payload) {
        return CompletableFuture.supplyAsync(
                () -> link.publish("topic", payload.getBytes(StandardCharsets.UTF_8), false, 1),
                task -> new Thread(task).start());
    }

    /** An acknowledgement of a message that came; the last two bytes are the identifier. */
    private static byte[] acknowledgement(byte[] publish) {
        int topic = publish[3];
        return new byte[] {0x40, 2, publish[4 + topic], publish[5 + topic]};
    }

    private static char lastOf(byte[] packet) {
        return (char) packet[packet.length - 1];
    }

    @Test
    void endsEachPublicationWithItsOwnAcknowledgement() throws Exception {
        MqttLink link = link(0, true);
        Socket client = connect(link);
        Map<Character, Future<String>> results = Map.of('a', publishing(link, "a"), 'b', publishing(link, "b"));
        byte[] first = packet(client);
        byte[] second = packet(client);
        client.getOutputStream().write(new byte[] {0x40, 2, 0, 9}); // of nothing that was sent
        client.getOutputStream().write(acknowledgement(second));
        assertNull(results.get(lastOf(second)).get(10, TimeUnit.SECONDS));
        assertFalse(results.get(lastOf(first)).isDone());
        client.getOutputStream().write(acknowledgement(first));
        client.getOutputStream().write(acknowledgement(first));
        assertNull(results.get(lastOf(first)).get(10, TimeUnit.SECONDS));
        client.getOutputStream().write(new byte[] {0x30, 4, 0, 1, 't', 'm'});
        assertArrayEquals(new byte[] {'m'}, (byte[]) link.take(true).get(1));
    }

    @Test
    void endsAPublicationWhenTheConnectionDoes() throws Exception {
        MqttLink link = link(0, false);
        Socket client = connect(link);
        Future<String> result = publishing(link, "a");
        packet(client);
        client.close();
        assertEquals("107", result.get(10, TimeUnit.SECONDS));
        assertEquals("107", publishing(link, "b").get(10, TimeUnit.SECONDS));
    }

    @Test
    void endsAPublicationWhenTheScriptDisconnects() throws Exception {
        MqttLink link = link(0, false);
        Socket client = connect(link);
        Future<String> result = publishing(link, "a");
        packet(client);
        assertTrue(link.disconnect());
        assertEquals("107", result.get(10, TimeUnit.SECONDS));
    }

    @Test
    void refusesAnAcknowledgementOfAnotherLength() throws Exception {
        MqttLink link = link(0, false);
        Socket client = connect(link);
        client.getOutputStream().write(new byte[] {0x40, 3, 0, 1, 0});
        assertThrows(DeviceError.class, () -> link.take(true));
        sees("lost 103");
        assertEquals(
                List.of("umqtt: the connection to 127.0.0.1:" + broker.getLocalPort()
                        + " is lost: it sent a PUBACK of 3 bytes, not of two: no MQTT broker?"),
                notices);
    }

    @Test
    void deliversWhatCameBeforeTheEnd() throws Exception {
        MqttLink link = link(0, false);
        Thread script = new Thread(() -> assertNull(link.connect(true, null)));
        script.start();
        try (Socket client = broker.accept()) {
            packet(client);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(CONNACK);
            for (int i = 0; i < 100; i++) {
                all.write(new byte[] {0x30, 4, 0, 1, 't', (byte) i});
            }
            client.getOutputStream().write(all.toByteArray());
        }
        script.join();
        for (int i = 0; i < 100; i++) {
            assertArrayEquals(new byte[] {(byte) i}, (byte[]) link.take(true).get(1));
        }
        assertThrows(DeviceError.class, () -> link.take(true));
    }

    @Test
    void survivesATopicThatMqttForbids() throws Exception {
        MqttLink link = link(0, false);
        Socket client = connect(link);
        client.getOutputStream().write(new byte[] {0x30, 5, 0, 1, '\n', 'm', 'm'});
        assertThrows(DeviceError.class, () -> link.take(true));
        sees("lost 104");
    }
}
