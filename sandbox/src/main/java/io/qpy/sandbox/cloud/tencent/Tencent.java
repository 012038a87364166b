package io.qpy.sandbox.cloud.tencent;

import io.qpy.sandbox.cloud.Account;
import io.qpy.sandbox.cloud.Accounts;
import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.DeviceState;
import io.qpy.sandbox.cloud.Json;
import io.qpy.sandbox.cloud.Pending;
import io.qpy.sandbox.cloud.Registry;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.mqtt.Admission;
import io.qpy.sandbox.mqtt.MqttService;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tencent's endpoint, port 1883 of {@code <productId>.iotcloud.tencentdevices.com}, plain and TLS. */
public final class Tencent {
    private final Registry registry;
    private final MqttService mqtt;
    private final Pending pending = new Pending();
    private final AtomicLong lastRequest = new AtomicLong();

    /** {@code endpoint} opens a broker with these rules; {@code clock} judges whether a password has expired. */
    public Tencent(TencentGateway gateway, Clock clock, Function<Admission, MqttService> endpoint) {
        this.registry = gateway.registry();
        TencentSubDevices subDevices = new TencentSubDevices(registry, gateway.strangers());
        this.mqtt = endpoint.apply(new TencentAdmission(
                registry, gateway.strangers(), new TencentReplies(clock, pending, subDevices), clock));
    }

    public InetSocketAddress address() {
        return mqtt.address();
    }

    /** A device that every sandbox knows; its psk is public. */
    public Account demo() {
        return TencentGateway.DEMO_ACCOUNT;
    }

    /** The broker, to disturb it. A device's key is {@code deviceName&productId}. */
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

    /**
     * Sets properties of the device, which has to subscribe to {@code $thing/down/property/…} first. Its {@code control_reply} may never
     * come.
     */
    public CompletableFuture<Payload> control(DeviceId id, Map<String, Object> params) {
        String token = "qpy-sandbox-" + lastRequest.incrementAndGet();
        CompletableFuture<Payload> answer = pending.expect(token);
        String body = Json.text(Json.of("method", "control", "clientToken", token, "params", params));
        send(TencentTopics.thing("down", "property", id), Payload.of(body));
        return answer;
    }

    /** The accounts as they are now, with the keys that were given out. */
    public Accounts accounts() {
        return registry.accounts();
    }

    /** Told, on the thread that serves the sockets, after each registration and activation. */
    public void onChange(Consumer<Accounts> listener) {
        registry.onChange(listener);
    }
}
