package io.qpy.sandbox.mqtt;

import static io.qpy.sandbox.journal.Event.quoted;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.ssl.SniCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.journal.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One client, from its first byte to its last. */
final class Connection extends SimpleChannelInboundHandler<MqttMessage> {
    private final Broker broker;
    private final Gate gate;
    private final MqttLimits limits;
    private final Journal journal;

    private ChannelHandlerContext context;
    private Wire wire;
    private boolean tls;
    private Optional<String> serverName = Optional.empty();
    private Future<?> connectTimeout;
    private boolean packetDecoded;
    private boolean ended;

    // Set by an accepted log-in, and not before.
    private Session session;
    private Login login;
    private TopicRules rules;

    Connection(Broker broker, Gate gate, MqttLimits limits, Journal journal) {
        this.broker = broker;
        this.gate = gate;
        this.limits = limits;
        this.journal = journal;
    }

    Wire wire() {
        return wire;
    }

    String peer() {
        return String.valueOf(context.channel().remoteAddress()).substring(1);
    }

    boolean tls() {
        return tls;
    }

    void secured() {
        tls = true;
    }

    /** Closes the connection for a reason that is not the client's own wish: its will is published. */
    void end(String reason) {
        end(reason, false);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        wire = new Wire(ctx.channel());
        connectTimeout = ctx.executor()
                .schedule(
                        () -> end("no CONNECT packet came within " + limits.connectWithin()),
                        limits.connectWithin().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        end("the connection closed without a DISCONNECT");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        end("the connection broke: " + cause.getMessage());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (session != null && !ended) {
            session.drain();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == Framing.PACKET_ENDS) {
            packetEnds();
        } else if (event instanceof IdleStateEvent) {
            end("nothing came for one and a half times the keep-alive of %d s".formatted(login.keepAlive()));
        } else if (event instanceof SniCompletionEvent sni) {
            serverName = Optional.ofNullable(sni.hostname());
        }
    }

    private void packetEnds() {
        if (!packetDecoded) {
            end("a packet ends before its fields do (is a field left out, such as an empty client id?)");
        }
        packetDecoded = false;
        if (wire.unreadBytes() > limits.queuedBytes()) {
            end("the client does not read what it is sent");
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, MqttMessage packet) {
        packetDecoded = true;
        if (ended) {
            return;
        }
        if (packet.decoderResult().isFailure()) {
            malformed(packet.decoderResult().cause());
        } else if (packet instanceof MqttConnectMessage connect) {
            connect(connect);
        } else if (session == null) {
            end("the first packet is %s and not CONNECT"
                    .formatted(packet.fixedHeader().messageType()));
        } else {
            handle(packet);
        }
    }

    private void malformed(Throwable cause) {
        if (session == null && cause instanceof MqttUnacceptableProtocolVersionException) {
            wire.refuseProtocol();
            refused("", "", 1, "the protocol is neither MQIsdp level 3 nor MQTT level 4: " + cause.getMessage());
        } else if (session == null && cause instanceof MqttIdentifierRejectedException) {
            wire.refuse(2);
            refused("", "", 2, "an empty client id needs MQTT 3.1.1 and a clean session");
        } else {
            end("malformed packet: " + cause.getMessage());
        }
    }

    private void connect(MqttConnectMessage packet) {
        if (session != null) {
            end("a second CONNECT on one connection");
            return;
        }
        if (packet.variableHeader().version() > Logins.MQTT_3_1_1) {
            wire.refuseProtocol();
            refused(packet.payload().clientIdentifier(), "", 1, "MQTT 5 is not spoken here");
            return;
        }
        Optional<String> flaw = Logins.flaw(packet);
        if (flaw.isPresent()) {
            end(flaw.get());
            return;
        }
        Login asked = gate.named(Logins.of(packet, tls, serverName));
        Verdict verdict = gate.admit(asked);
        if (verdict instanceof Verdict.Refused no) {
            wire.refuse(no.code());
            refused(asked.clientId(), asked.user().orElse(""), no.code(), no.reason());
        } else if (verdict instanceof Verdict.Accepted yes) {
            accept(asked, yes);
        }
    }

    private void refused(String clientId, String user, int code, String reason) {
        journal.add(new Event.MqttRefused(clientId, user, code, reason));
        close();
    }

    private void accept(Login asked, Verdict.Accepted verdict) {
        login = asked;
        rules = verdict.rules();
        connectTimeout.cancel(false);
        Broker.Opened opened = broker.open(verdict.device(), login.cleanSession(), this);
        session = opened.session();
        if (login.keepAlive() > 0) {
            context.pipeline().addFirst(new IdleStateHandler(login.keepAlive() * 1500L, 0, 0, TimeUnit.MILLISECONDS));
        }
        journal.add(new Event.MqttConnect(
                login.clientId(),
                login.user().orElse(""),
                login.level(),
                login.keepAlive(),
                login.cleanSession(),
                tls,
                peer()));
        // MQTT 3.1 has no such flag: its byte is reserved.
        wire.accept(opened.present() && login.level() == Logins.MQTT_3_1_1);
        session.resume();
    }

    private void handle(MqttMessage packet) {
        switch (packet.fixedHeader().messageType()) {
            case PUBLISH -> publish((MqttPublishMessage) packet);
            case PUBACK, PUBCOMP -> session.acknowledged(id(packet));
            case PUBREC -> {
                session.messageReceived(id(packet));
                wire.release(id(packet));
            }
            case PUBREL -> {
                session.release(id(packet));
                wire.complete(id(packet));
            }
            case SUBSCRIBE -> subscribe((MqttSubscribeMessage) packet);
            case UNSUBSCRIBE -> unsubscribe((MqttUnsubscribeMessage) packet);
            case PINGREQ -> wire.pong();
            case DISCONNECT -> end("it said DISCONNECT", true);
            default -> end("a client must not send " + packet.fixedHeader().messageType());
        }
    }

    private void publish(MqttPublishMessage packet) {
        Message message = new Message(
                packet.variableHeader().topicName(),
                Payload.of(ByteBufUtil.getBytes(packet.payload())),
                packet.fixedHeader().qosLevel().value(),
                packet.fixedHeader().isRetain());
        if (!TopicFilter.isTopicName(message.topic())) {
            end("%s is no topic name".formatted(quoted(message.topic())));
            return;
        }
        int packetId = packet.variableHeader().packetId();
        if (message.qos() < 2 || session.receive(packetId)) {
            pass(message);
        }
        switch (message.qos()) {
            case 1 -> wire.publishAck(packetId);
            case 2 -> wire.publishReceived(packetId);
            default -> {}
        }
    }

    private void pass(Message message) {
        Optional<String> objection = rules.objectionToPublish(message);
        if (objection.isPresent()) {
            journal.add(new Event.MqttDropped(login.clientId(), message.topic(), objection.get()));
            return;
        }
        journal.add(new Event.MqttPublish(
                login.clientId(), message.topic(), message.payload(), message.qos(), message.retain()));
        broker.route(message);
    }

    private void subscribe(MqttSubscribeMessage packet) {
        List<MqttTopicSubscription> asked = packet.payload().topicSubscriptions();
        if (asked.isEmpty()) {
            end("a SUBSCRIBE without a topic filter");
            return;
        }
        List<Integer> granted = new ArrayList<>();
        asked.forEach(one -> granted.add(grant(one)));
        wire.subscribeAck(id(packet), granted);
        for (int i = 0; i < granted.size(); i++) {
            sendRetained(asked.get(i).topicFilter(), granted.get(i));
        }
    }

    private int grant(MqttTopicSubscription asked) {
        String text = asked.topicFilter();
        int qos = asked.qualityOfService().value();
        Optional<TopicFilter> filter = TopicFilter.parse(text);
        Optional<String> objection =
                filter.isPresent() ? rules.objectionToSubscribe(text, qos) : Optional.of("it is no valid topic filter");
        int granted = objection.isPresent() ? Event.MqttSubscribe.REFUSED : qos;
        journal.add(new Event.MqttSubscribe(login.clientId(), text, granted, objection.orElse("")));
        if (objection.isEmpty()) {
            session.subscribe(filter.orElseThrow(), qos);
        }
        return granted;
    }

    private void sendRetained(String filter, int granted) {
        if (granted != Event.MqttSubscribe.REFUSED) {
            TopicFilter.parse(filter).ifPresent(parsed -> broker.sendRetained(session, parsed, granted));
        }
    }

    private void unsubscribe(MqttUnsubscribeMessage packet) {
        packet.payload().topics().forEach(filter -> {
            session.unsubscribe(filter);
            journal.add(new Event.MqttUnsubscribe(login.clientId(), filter));
        });
        wire.unsubscribeAck(id(packet));
    }

    private void end(String reason, boolean clean) {
        if (ended) {
            return;
        }
        if (session == null) {
            journal.add(new Event.Rejected("mqtt", peer(), reason));
            close();
            return;
        }
        close();
        broker.close(session, login.cleanSession());
        journal.add(new Event.MqttDisconnect(login.clientId(), clean, reason));
        if (!clean) {
            login.will().ifPresent(this::pass);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whether it closes well, nobody asks
    private void close() {
        ended = true;
        connectTimeout.cancel(false);
        context.close();
    }

    private static int id(MqttMessage packet) {
        return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
    }
}
