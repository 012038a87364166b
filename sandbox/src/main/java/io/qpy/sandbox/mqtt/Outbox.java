package io.qpy.sandbox.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one session has yet to receive, in order: messages in flight, then messages that wait. */
final class Outbox {
    private static final int MAX_PACKET_ID = 0xFFFF;

    private final MqttLimits limits;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private final Map<Integer, Flight> inFlight = new LinkedHashMap<>();
    private int waitingBytes;
    private int lastPacketId;

    /** Sent, and not acknowledged; {@code received} when the PUBREC of a QoS 2 message has come. */
    private record Flight(Message message, boolean received) {}

    Outbox(MqttLimits limits) {
        this.limits = limits;
    }

    /** False when there is no room. */
    boolean offer(Message message) {
        int size = message.payload().size();
        if (waiting.size() == limits.queuedMessages() || size > limits.queuedBytes() - waitingBytes) {
            return false;
        }
        waiting.add(message);
        waitingBytes += size;
        return true;
    }

    /** Sends until the client is behind: by bytes not read, or by messages not acknowledged. */
    void drain(Wire wire) {
        while (wire.writable() && !waiting.isEmpty() && !windowIsFull(waiting.peek())) {
            Message message = waiting.remove();
            waitingBytes -= message.payload().size();
            wire.publish(message, message.qos() == 0 ? 0 : takeOff(message), false);
        }
    }

    /** After a reconnection: again, in the order first sent (MQTT 3.1.1 sections 4.4 and 4.6). */
    void resend(Wire wire) {
        inFlight.forEach((id, flight) -> {
            if (flight.received()) {
                wire.release(id);
            } else {
                wire.publish(flight.message(), id, true);
            }
        });
    }

    void acknowledged(int packetId) {
        inFlight.remove(packetId);
    }

    void received(int packetId) {
        inFlight.computeIfPresent(packetId, (id, flight) -> new Flight(flight.message(), true));
    }

    private boolean windowIsFull(Message next) {
        return next.qos() > 0 && inFlight.size() >= limits.inFlight();
    }

    private int takeOff(Message message) {
        do {
            lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
        } while (inFlight.containsKey(lastPacketId));
        inFlight.put(lastPacketId, new Flight(message, false));
        return lastPacketId;
    }
}
