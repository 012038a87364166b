package io.qpy.pymodules.umqtt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttAck;
import org.eclipse.paho.client.mqttv3.internal.wire.MqttWireMessage;

/** What was sent on one connection and is to be answered: publications of QoS 1, subscriptions and their ends. */
final class Unanswered {
    private static final int LAST_IDENTIFIER = 0xFFFF;

    private record Sent<A extends MqttAck>(Class<A> expected, CompletableFuture<A> answer) {
        void take(MqttAck ack) {
            if (expected.isInstance(ack)) {
                answer.complete(expected.cast(ack));
            }
        }
    }

    private final Map<Integer, Sent<?>> sent = new HashMap<>();
    private Throwable end;
    private int last;

    /** Gives a message that is about to be sent an identifier; the future ends with its answer, or with the connection. */
    synchronized <A extends MqttAck> CompletableFuture<A> add(MqttWireMessage message, Class<A> expected) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        if (end != null) {
            answer.completeExceptionally(end);
            return answer;
        }
        do {
            last = last % LAST_IDENTIFIER + 1;
        } while (sent.containsKey(last));
        int identifier = last;
        message.setMessageId(identifier);
        sent.put(identifier, new Sent<>(expected, answer));
        CompletableFuture<A> ignored = answer.whenComplete((ack, thrown) -> remove(identifier));
        return answer;
    }

    private synchronized void remove(int identifier) {
        sent.remove(identifier);
    }

    /** An answer has come; one that nothing waits for any more is ignored. */
    void answered(MqttAck answer) {
        Sent<?> one = find(answer.getMessageId());
        if (one != null) {
            one.take(answer);
        }
    }

    private synchronized Sent<?> find(int identifier) {
        return sent.get(identifier);
    }

    /** Nothing is answered any more. */
    void end(Throwable cause) {
        endAll(cause).forEach(each -> each.answer().completeExceptionally(cause));
    }

    private synchronized List<Sent<?>> endAll(Throwable cause) {
        end = cause;
        return List.copyOf(sent.values());
    }
}
