package io.qpy.sandbox.mqtt;

import io.qpy.sandbox.journal.Journal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sessions and the retained messages. */
final class Broker {
    private final MqttLimits limits;
    private final Journal journal;
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, Message> retained = new TreeMap<>();
    private int acknowledgementsToLose;

    Broker(MqttLimits limits, Journal journal) {
        this.limits = limits;
        this.journal = journal;
    }

    /** A device's session, and whether it is an earlier one. */
    record Opened(Session session, boolean present) {}

    /** Ends the device's other connection, if there is one. */
    Opened open(String device, boolean clean, Connection connection) {
        kick(device, "the device logged in again from " + connection.peer());
        Session earlier = clean ? null : sessions.get(device);
        Session session = earlier != null ? earlier : new Session(device, limits, journal);
        sessions.put(device, session);
        session.attach(connection);
        return new Opened(session, earlier != null);
    }

    void close(Session session, boolean clean) {
        session.detach();
        if (clean) {
            sessions.remove(session.device(), session);
        }
    }

    /** False when the device is not connected. */
    boolean kick(String device, String reason) {
        if (!isConnected(device)) {
            return false;
        }
        sessions.get(device).connection().end(reason);
        return true;
    }

    boolean isConnected(String device) {
        Session session = sessions.get(device);
        return session != null && session.connection() != null;
    }

    void loseNextAcknowledgement() {
        acknowledgementsToLose++;
    }

    boolean losesAcknowledgement() {
        if (acknowledgementsToLose == 0) {
            return false;
        }
        acknowledgementsToLose--;
        return true;
    }

    void route(Message message) {
        if (message.retain()) {
            retain(message);
        }
        // A copy: what a journal's listener does may open or end sessions.
        List.copyOf(sessions.values()).forEach(session -> session.offer(message.withRetain(false)));
    }

    void sendRetained(Session session, TopicFilter filter, int qos) {
        List.copyOf(retained.values()).stream()
                .filter(message -> filter.matches(message.topic()))
                .forEach(message -> session.deliver(message.withQos(qos)));
    }

    private void retain(Message message) {
        if (message.payload().isEmpty()) {
            retained.remove(message.topic());
        } else {
            retained.put(message.topic(), message);
        }
    }
}
