package io.qpy.sandbox.mqtt;

import java.time.Duration;

/**
 * What the broker takes before it refuses.
 *
 * @param packetBytes the longest packet, without its fixed header
 * @param queuedMessages waiting for one client, as are at most {@code queuedBytes} bytes of payload
 * @param inFlight messages of QoS 1 and 2 that one client has not acknowledged yet
 * @param connectWithin from the TCP connection to the CONNECT packet
 */
public record MqttLimits(int packetBytes, int queuedMessages, int queuedBytes, int inFlight, Duration connectWithin) {

    /**
     * 2 MiB is the most that the module's own client can send (its encoding of the length has three bytes), so that a script meets the
     * module's limit before ours. 1000 queued and 20 in flight are mosquitto's figures.
     */
    public static final MqttLimits DEFAULT =
            new MqttLimits(2 * 1024 * 1024, 1000, 16 * 1024 * 1024, 20, Duration.ofSeconds(10));

    public MqttLimits withPacketBytes(int bytes) {
        return new MqttLimits(bytes, queuedMessages, queuedBytes, inFlight, connectWithin);
    }

    public MqttLimits withQueuedMessages(int messages) {
        return new MqttLimits(packetBytes, messages, queuedBytes, inFlight, connectWithin);
    }

    public MqttLimits withConnectWithin(Duration duration) {
        return new MqttLimits(packetBytes, queuedMessages, queuedBytes, inFlight, duration);
    }
}
