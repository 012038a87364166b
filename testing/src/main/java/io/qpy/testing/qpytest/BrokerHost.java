package io.qpy.testing.qpytest;

import io.qpy.device.Device;
import io.qpy.module.Exposed;
import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.mqtt.MqttService;
import io.qpy.wiring.Clouds;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One of the sandbox's brokers: the plain one, or a cloud's. */
final class BrokerHost {
    private final Device device;
    private final Clouds clouds;
    private final String name;
    private final EventWait waits;

    BrokerHost(Device device, Clouds clouds, String name) {
        this.device = device;
        this.clouds = clouds;
        this.name = name;
        this.waits = new EventWait(device, clouds.sandbox().journal());
    }

    private MqttService mqtt() {
        return switch (name) {
            case "aliyun" -> clouds.aliyun().mqtt();
            case "tencent" -> clouds.tencent().mqtt();
            default -> clouds.sandbox().mqtt();
        };
    }

    /** {@code [topic, payload, qos, retain]} of what devices have published to a topic, None for any. */
    @Exposed
    List<List<Object>> published(String topic) {
        return shown(waits.seen(Event.MqttPublish.class, event -> isTo(topic, event)));
    }

    /** The same, when there are so many or the time is up. */
    @Exposed
    List<List<Object>> awaitPublished(String topic, int count, double seconds) {
        return shown(waits.await(Event.MqttPublish.class, event -> isTo(topic, event), count, seconds));
    }

    private static boolean isTo(String topic, Event.MqttPublish event) {
        return topic == null || event.topic().equals(topic);
    }

    private static List<List<Object>> shown(List<Event.MqttPublish> events) {
        return events.stream()
                .map(each -> List.<Object>of(each.topic(), each.payload().bytes(), each.qos(), each.retain()))
                .toList();
    }

    /** How often clients have logged in; waits until it is so often or the time is up. */
    @Exposed
    int awaitLogins(int count, double seconds) {
        return waits.await(Event.MqttConnect.class, event -> true, count, seconds)
                .size();
    }

    /** How often a topic filter was subscribed to; waits until it is so often or the time is up. */
    @Exposed
    int awaitSubscriptions(String filter, int count, double seconds) {
        return waits.await(Event.MqttSubscribe.class, event -> event.filter().equals(filter), count, seconds)
                .size();
    }

    /** The last that the sandbox saw, for a message. */
    @Exposed
    List<String> seen() {
        return waits.lines();
    }

    @Exposed
    void publish(String topic, byte[] payload, int qos, boolean retain) {
        mqtt().publish(topic, Payload.of(payload), qos, retain);
    }

    @Exposed
    void refuseNextLogin(int code) {
        mqtt().refuseNextLogin(code);
    }

    @Exposed
    void loseNextPuback() {
        mqtt().dropNextPuback();
    }

    /** Whether there was such a client. */
    @Exposed
    boolean kick(String client) {
        return mqtt().kick(client);
    }

    @Exposed
    boolean isConnected(String client) {
        return mqtt().isConnected(client);
    }

    /** The device's answer to a question of Alibaba's cloud; None when it has not come in time. */
    @Exposed
    byte[] rrpc(String product, String deviceName, byte[] question, double seconds) {
        CompletableFuture<Payload> answer =
                clouds.aliyun().rrpc(new DeviceId(product, deviceName), Payload.of(question));
        return device.waits().await(answer, QpytestHost.nanos(seconds))
                ? answer.join().bytes()
                : null;
    }
}
