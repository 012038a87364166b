package io.qpy.pymodules.umqtt;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.client.mqttv3.IMqttToken;

/** What was published with QoS 1 on one connection and is not acknowledged yet. */
final class Publications {
    /** The packet identifiers; Paho numbers what it sends itself, subscriptions, from 1 on. */
    private static final int FIRST = 0x8000;

    private static final int LAST = 0xFFFF;

    private final Map<Integer, Completion> unacknowledged = new ConcurrentHashMap<>();
    private int last = FIRST - 1;

    /** Begins one, which ends when {@code completion} is done; gives a packet identifier that no other has. */
    synchronized int begin(Completion completion) {
        do {
            last = last == LAST ? FIRST : last + 1;
        } while (unacknowledged.putIfAbsent(last, completion) != null);
        int identifier = last;
        CompletableFuture<IMqttToken> ignored =
                completion.whenComplete((token, failure) -> unacknowledged.remove(identifier));
        return identifier;
    }

    /** PUBACK has come; one that nothing waits for any more is ignored. */
    void acknowledged(int identifier) {
        Completion completion = unacknowledged.get(identifier);
        if (completion != null) {
            completion.complete(null);
        }
    }
}
