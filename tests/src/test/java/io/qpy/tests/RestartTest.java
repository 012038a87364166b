package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.cloud.Accounts;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import io.qpy.support.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A script that uses both clouds, umqtt and request at once, while every server is restarted under it. */
class RestartTest {
    private static final int MESSAGES = 40;

    private static final String SCRIPT =
            "MESSAGES = " + MESSAGES + "\n" + Scripts.source("clouds/restarted_servers.py");

    @Test
    void losesNoQos1Message() throws Exception {
        Sandbox first = builder().build();
        try {
            TestDevice device = new TestDevice()
                    .host(
                            "a1TestKey01.iot-as-mqtt.cn-shanghai.aliyuncs.com",
                            1883,
                            first.aliyun().address())
                    .host(
                            "ABCDEFGHIJ.iotcloud.tencentdevices.com",
                            1883,
                            first.tencent().address())
                    .host("broker", 1883, first.mqtt().address())
                    .host("web", 80, first.http().address());
            try (Session session = device.start()) {
                CompletableFuture<Outcome> running =
                        CompletableFuture.supplyAsync(() -> session.run(Script.of("main.py", SCRIPT)));
                awaitOutput(device, running, "middle");
                Sandbox.Builder samePorts = builder()
                        .aliyunPort(first.aliyun().address().getPort())
                        .tencentPort(first.tencent().address().getPort())
                        .mqttPort(first.mqtt().address().getPort())
                        .httpPort(first.http().address().getPort());
                first.close();
                try (Sandbox second = samePorts.build()) {
                    finish(device, running, first, second);
                }
            }
        } finally {
            first.close();
        }
    }

    private static void finish(TestDevice device, CompletableFuture<Outcome> running, Sandbox first, Sandbox second)
            throws Exception {
        second.aliyun();
        second.tencent();
        second.mqtt();
        second.http();
        awaitOutput(device, running, "published");
        for (String topic : List.of("/a1TestKey01/dev1/user/get", "ABCDEFGHIJ/d1/data", "down")) {
            second.journal()
                    .await(Event.MqttSubscribe.class, each -> each.filter().equals(topic), Duration.ofSeconds(60));
        }
        second.aliyun().send("/a1TestKey01/dev1/user/get", Payload.of("end"));
        second.tencent().send("ABCDEFGHIJ/d1/data", Payload.of("end"));
        second.mqtt().publish("down", Payload.of("end"), 1, false);
        assertEquals(0, running.get(60, TimeUnit.SECONDS).exitCode(), device.errors());
        assertTrue(
                device.output().endsWith("['/a1TestKey01/dev1/user/get', 'ABCDEFGHIJ/d1/data', 'down']\n"),
                device.output());
        for (String topic : List.of("/a1TestKey01/dev1/user/update", "ABCDEFGHIJ/d1/event", "up")) {
            assertEquals(
                    IntStream.range(0, MESSAGES).mapToObj(String::valueOf).toList(),
                    Stream.of(first, second)
                            .flatMap(each -> each.journal().events(Event.MqttPublish.class).stream())
                            .filter(each -> each.topic().equals(topic))
                            .map(each -> each.payload().text())
                            .distinct()
                            .toList(),
                    topic);
        }
    }

    private static Sandbox.Builder builder() {
        return Sandbox.builder()
                .aliyunAccounts(Accounts.builder()
                        .device("a1TestKey01", "dev1", "dev1secret")
                        .build())
                .tencentAccounts(Accounts.builder()
                        .device("ABCDEFGHIJ", "d1", "c2VjcmV0c2VjcmV0")
                        .build());
    }

    private static void awaitOutput(TestDevice device, CompletableFuture<Outcome> running, String text) {
        Patience.until(() -> running.isDone() || device.output().contains(text), device::output);
        assertTrue(device.output().contains(text), () -> device.output() + device.errors() + device.notices());
    }
}
