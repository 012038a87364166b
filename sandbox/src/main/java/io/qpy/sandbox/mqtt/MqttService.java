package io.qpy.sandbox.mqtt;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.net.Reactor;
import io.qpy.sandbox.tls.ServerContexts;
import java.net.InetSocketAddress;

/** The broker, and what a test can make it do. One port serves plain connections and TLS. */
public final class MqttService {
    /** The codec would refuse a longer one from an MQTT 3.1 client; real brokers take what the packet can hold. */
    private static final int MAX_CLIENT_ID = 0xFFFF;

    private final Reactor reactor;
    private final ServerContexts contexts;
    private final MqttLimits limits;
    private final Journal journal;
    private final Broker broker;
    private final Gate gate;
    private final InetSocketAddress address;

    public MqttService(
            Reactor reactor,
            int port,
            ServerContexts contexts,
            Admission admission,
            MqttLimits limits,
            Journal journal) {
        this.reactor = reactor;
        this.contexts = contexts;
        this.limits = limits;
        this.journal = journal;
        this.broker = new Broker(limits, journal);
        this.gate = new Gate(admission);
        this.address = reactor.listenTcp("MQTT", port, this::assemble);
    }

    public InetSocketAddress address() {
        return address;
    }

    /** Publishes from the broker's side; it is on its way to every subscriber when this returns. */
    public void publish(String topic, Payload payload, int qos, boolean retain) {
        if (!TopicFilter.isTopicName(topic) || qos < 0 || qos > 2) {
            throw new IllegalArgumentException("no topic name, or no QoS 0 to 2: \"%s\", %d".formatted(topic, qos));
        }
        run(() -> broker.route(new Message(topic, payload, qos, retain)));
    }

    /** Cuts a device's connection (by default a device is known by its client id); false if it has none. */
    public boolean kick(String device) {
        return reactor.call(() -> broker.kick(device, "the sandbox cut the connection"));
    }

    /** Answers the next log-in with this CONNACK code, 1 to 5; called twice, the next two. */
    public void refuseNextLogin(int code) {
        Verdict.Refused refusal = new Verdict.Refused(code, "", "the sandbox was told to refuse this log-in");
        run(() -> gate.refuseNext(refusal));
    }

    /** The next message of QoS 1 is passed on, but the client never hears of it; called twice, the next two. */
    public void dropNextPuback() {
        run(broker::loseNextAcknowledgement);
    }

    /** Whether the device (by default a device is known by its client id) is connected now. */
    public boolean isConnected(String device) {
        return reactor.call(() -> broker.isConnected(device));
    }

    private void run(Runnable task) {
        reactor.call(() -> {
            task.run();
            return true;
        });
    }

    private void assemble(ChannelPipeline pipeline) {
        Connection connection = new Connection(reactor, broker, gate, limits, journal);
        pipeline.addLast(new Doorman(contexts, connection))
                .addLast(MqttEncoder.INSTANCE)
                .addLast(new Framing(limits.packetBytes(), connection))
                .addLast(new MqttDecoder(limits.packetBytes(), MAX_CLIENT_ID))
                .addLast(connection);
    }
}
