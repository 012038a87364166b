package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import io.qpy.support.RequiresPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@RequiresPrograms({"openssl", "mosquitto_pub"})
class ManyTest {
    private static final int DEVICES = 100;
    private static final int ROUNDS = 1000;

    @Test
    void aHundredDevicesHearOnlyTheirOwn() throws Exception {
        Accounts.Builder accounts = Accounts.builder().strict(true);
        for (int i = 0; i < DEVICES; i++) {
            accounts.device(Clouds.PK, "d" + i, "secret-of-" + i);
        }
        List<MqttClient> clients = new ArrayList<>();
        try (Sandbox sandbox =
                Sandbox.builder().aliyunAccounts(accounts.build()).build()) {
            for (int i = 0; i < DEVICES; i++) {
                MqttClient client = new MqttClient(sandbox.aliyun().mqtt());
                clients.add(client);
                assertEquals(0, client.connect(Clouds.aliyun("c" + i, "d" + i, "secret-of-" + i)));
                assertEquals(0, client.subscribe("/%s/d%d/#".formatted(Clouds.PK, i), 0));
            }
            for (int i = 0; i < DEVICES; i++) {
                sandbox.aliyun().send("/%s/d%d/user/get".formatted(Clouds.PK, i), Payload.of("for " + i));
                clients.get(i).publish("/%s/d%d/user/update".formatted(Clouds.PK, i), "from " + i);
            }
            for (int i = 0; i < DEVICES; i++) {
                String own = "/%s/d%d/user/".formatted(Clouds.PK, i);
                assertEquals(own + "get for " + i, clients.get(i).receive());
                assertEquals(own + "update from " + i, clients.get(i).receive());
                assertTrue(clients.get(i).ping(), "something else came");
            }
        } finally {
            for (MqttClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aThousandRounds() throws Exception {
        CountDownLatch goodbyes = new CountDownLatch(ROUNDS);
        try (Sandbox sandbox = Clouds.sandbox(true)) {
            sandbox.journal().onEvent(event -> {
                if (event instanceof Event.MqttDisconnect gone && gone.clean()) {
                    goodbyes.countDown();
                }
            });
            Credentials ali = Clouds.aliyun("cid", "dev1", Clouds.SECRET);
            Credentials tx = Clouds.tencent("d1", Clouds.PSK);
            sandbox.aliyun();
            sandbox.tencent();
            long before = descriptors();
            for (int i = 0; i < ROUNDS; i++) {
                boolean even = i % 2 == 0;
                String topic = even ? "/%s/dev1/user/get".formatted(Clouds.PK) : Clouds.PID + "/d1/data";
                try (MqttClient client = new MqttClient(
                        even ? sandbox.aliyun().mqtt() : sandbox.tencent().mqtt())) {
                    assertEquals(0, client.connect(even ? ali : tx));
                    assertEquals(0, client.subscribe(topic, 0));
                    assertEquals(topic + " " + i, client.publish(topic, "" + i).receive());
                    client.disconnect();
                }
            }
            assertTrue(goodbyes.await(10, TimeUnit.SECONDS), () -> goodbyes.getCount() + " are missing");
            assertTrue(sandbox.aliyun().devices().stream().noneMatch(DeviceState::online));
            awaitNoMoreThan(before);
        }
    }

    /** The server's side of a socket closes a moment after the client's. */
    private static void awaitNoMoreThan(long before) throws IOException, InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (descriptors() > before + CLASS_FILES) {
            assertTrue(System.nanoTime() < patience, () -> "sockets were left");
            Thread.sleep(20);
        }
    }

    /** The JVM may have opened a jar or two meanwhile. */
    private static final int CLASS_FILES = 5;

    /** Open files and sockets; 0 on a system without /proc. */
    private static long descriptors() throws IOException {
        Path folder = Path.of("/proc/self/fd");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(folder)) {
            return open.count();
        }
    }
}
