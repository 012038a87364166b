package io.qpy.sandbox.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.ssl.SniCompletionEvent;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.net.Reactor;
import java.time.Duration;
import java.util.Optional;

/** One client, from its first byte to its last. */
final class Connection extends SimpleChannelInboundHandler<MqttMessage> {
    private final Reactor reactor;
    private final Broker broker;
    private final Gate gate;
    private final MqttLimits limits;
    private final Journal journal;

    private ChannelHandlerContext context;
    private Wire wire;
    private boolean tls;
    private Optional<String> serverName = Optional.empty();
    private Runnable connectTimeout;
    private boolean packetDecoded;
    private boolean ended;

    /** Null until a log-in is accepted. */
    private Client client;

    Connection(Reactor reactor, Broker broker, Gate gate, MqttLimits limits, Journal journal) {
        this.reactor = reactor;
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
        connectTimeout = reactor.schedule(
                limits.connectWithin(), () -> end("no CONNECT packet came within " + limits.connectWithin()));
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
        if (client != null && !ended) {
            client.drain();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == Framing.PACKET_ENDS) {
            packetEnds();
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
        } else if (client == null) {
            end("the first packet is %s and not CONNECT"
                    .formatted(packet.fixedHeader().messageType()));
        } else {
            client.handle(packet);
        }
    }

    private void malformed(Throwable cause) {
        if (client == null && cause instanceof MqttUnacceptableProtocolVersionException) {
            refused(
                    "",
                    "",
                    Verdict.refuse(
                            1, "the protocol is neither MQIsdp level 3 nor MQTT level 4: " + cause.getMessage()));
        } else if (client == null && cause instanceof MqttIdentifierRejectedException) {
            refused("", "", Verdict.refuse(2, "an empty client id needs MQTT 3.1.1 and a clean session"));
        } else {
            end("malformed packet: " + cause.getMessage());
        }
    }

    private void connect(MqttConnectMessage packet) {
        if (client != null) {
            end("a second CONNECT on one connection");
            return;
        }
        if (packet.variableHeader().version() > Logins.MQTT_3_1_1) {
            refused(packet.payload().clientIdentifier(), "", Verdict.refuse(1, "MQTT 5 is not spoken here"));
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
            refused(asked.clientId(), asked.user().orElse(""), no);
        } else if (verdict instanceof Verdict.Accepted yes) {
            accept(asked, yes);
        }
    }

    /** Journalled first: who sees the code can look up the reason. */
    private void refused(String clientId, String user, Verdict.Refused verdict) {
        journal.add(new Event.MqttRefused(clientId, user, verdict.code(), verdict.field(), verdict.reason()));
        wire.refuse(verdict.code());
        close();
    }

    private void accept(Login login, Verdict.Accepted verdict) {
        connectTimeout.run();
        if (login.keepAlive() > 0) {
            Duration limit = Duration.ofMillis(login.keepAlive() * 1500L);
            context.pipeline()
                    .addFirst(new KeepAlive(
                            reactor,
                            limit,
                            () -> end("nothing came for one and a half times the keep-alive of %d s"
                                    .formatted(login.keepAlive()))));
        }
        Broker.Opened opened = broker.open(verdict.device(), login.cleanSession(), this);
        client = new Client(login, verdict, opened.session(), broker, this, journal);
        client.welcome(opened.present());
    }

    /** Closes the connection; with {@code clean} because the client wished it, and its will is not published. */
    void end(String reason, boolean clean) {
        if (ended) {
            return;
        }
        if (client == null) {
            journal.add(new Event.Rejected("mqtt", peer(), reason));
            close();
            return;
        }
        // Said before the device can notice.
        ended = true;
        client.gone(reason, clean);
        close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whether it closes well, nobody asks
    private void close() {
        ended = true;
        connectTimeout.run();
        context.close();
    }
}
