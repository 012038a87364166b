package io.qpy.sandbox.cloud.aliyun;

import io.qpy.sandbox.cloud.Account;
import io.qpy.sandbox.cloud.Accounts;
import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.DeviceState;
import io.qpy.sandbox.cloud.Pending;
import io.qpy.sandbox.cloud.Registry;
import io.qpy.sandbox.cloud.Strangers;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.mqtt.Admission;
import io.qpy.sandbox.mqtt.MqttService;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Alibaba's endpoint, port 1883 of {@code <productKey>.iot-as-mqtt.<region>.aliyuncs.com} and of an enterprise instance's
 * {@code <instance>.mqtt.iothub.aliyuncs.com}, plain and TLS.
 */
public final class Aliyun {
    private static final DeviceId DEMO = new DeviceId("a1QpyDemo00", "demo-device");
    private static final Account DEMO_ACCOUNT = new Account(
            DEMO.product(), DEMO.name(), "71707964656d6f6465766963650a0a0a", "qpy-demo", AliyunTopics.user(DEMO));

    private final Registry registry;
    private final MqttService mqtt;
    private final Pending pending = new Pending();
    private final AtomicLong lastRequest;

    /** {@code endpoint} opens a broker with these rules. */
    public Aliyun(
            Accounts accounts, Clock clock, Random random, Journal journal, Function<Admission, MqttService> endpoint) {
        this.lastRequest = new AtomicLong(clock.millis());
        this.registry = new Registry(accounts, DEMO_ACCOUNT, random);
        Strangers strangers = new Strangers("aliyun", registry, journal);
        AliyunSubDevices subDevices = new AliyunSubDevices(registry, strangers);
        this.mqtt =
                endpoint.apply(new AliyunAdmission(registry, strangers, new AliyunReplies(clock, pending, subDevices)));
    }

    public InetSocketAddress address() {
        return mqtt.address();
    }

    /** A device that every sandbox knows; its secret is public. */
    public Account demo() {
        return DEMO_ACCOUNT;
    }

    /** The broker, to disturb it. A device's key is {@code deviceName&productKey}. */
    public MqttService mqtt() {
        return mqtt;
    }

    /** Publishes as the cloud's console does. */
    public void send(String topic, Payload payload) {
        mqtt.publish(topic, payload, 0, false);
    }

    public List<DeviceState> devices() {
        return registry.states(id -> mqtt.isConnected(id.toString()));
    }

    /** Asks the device, which has to subscribe to {@code /sys/…/rrpc/request/+} first. The answer may never come. */
    public CompletableFuture<Payload> rrpc(DeviceId id, Payload question) {
        String number = String.valueOf(lastRequest.incrementAndGet());
        CompletableFuture<Payload> answer = pending.expect(AliyunTopics.system(id, "rrpc/response/" + number));
        send(AliyunTopics.system(id, "rrpc/request/" + number), question);
        return answer;
    }

    /** The accounts as they are now, with the secrets that were given out. */
    public Accounts accounts() {
        return registry.accounts();
    }

    /** Told, on the thread that serves the sockets, after each registration and activation. */
    public void onChange(Consumer<Accounts> listener) {
        registry.onChange(listener);
    }
}
