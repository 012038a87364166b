package io.qpy.device.time;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The threads that run the script's code: those that are expected, those that have entered, and which of these run.
 *
 * <p>Not thread-safe: {@link Changes} guards it.
 */
final class DeviceThreads {
    private static final int FREE_TOUCHES = 100;

    private final Map<Thread, Integer> turns = new HashMap<>();
    private final Set<Thread> running = new HashSet<>();
    private final Set<Integer> expected = new HashSet<>();
    private final Patience patience = new Patience();
    private int lastTurn;
    private int touches;

    /** @param ahead whether its turn comes before those of the threads that are not ahead */
    int expect(boolean ahead) {
        lastTurn++;
        int place = ahead ? Integer.MIN_VALUE + lastTurn : lastTurn;
        expected.add(place);
        return place;
    }

    void met(int place) {
        expected.remove(place);
    }

    /** This thread has that place from now on. */
    void enter(int place) {
        turns.put(Thread.currentThread(), place);
    }

    void leave() {
        running.remove(Thread.currentThread());
        turns.remove(Thread.currentThread());
    }

    /** Of all of them. */
    Set<Integer> places() {
        Set<Integer> places = new HashSet<>(expected);
        places.addAll(turns.values());
        return places;
    }

    void forget(Set<Integer> places) {
        expected.removeAll(places);
        turns.entrySet().removeIf(each -> {
            boolean gone = places.contains(each.getValue());
            if (gone) {
                running.remove(each.getKey());
            }
            return gone;
        });
    }

    /** The place of this thread; {@link Wait#NO_TURNS} if it is no device thread. */
    int turn() {
        return turns.getOrDefault(Thread.currentThread(), Wait.NO_TURNS);
    }

    /** Counts a touch of this thread; returns whether others must get their turn now. */
    boolean touch() {
        touches++;
        return touches > FREE_TOUCHES;
    }

    /** A thread, maybe one that takes no turns, begins to wait. */
    void waits(Thread thread) {
        running.remove(thread);
        touches = 0;
        patience.renew();
    }

    /** Its wait is over. One that was forgotten meanwhile does not count: nobody would notice its end. */
    void goesOn(Thread thread) {
        if (turns.containsKey(thread)) {
            running.add(thread);
        }
        patience.renew();
    }

    boolean isAnyRunning() {
        return !running.isEmpty();
    }

    boolean isAnyExpected() {
        return !expected.isEmpty();
    }

    /** Whether they run for so long without a wait that time flows. */
    boolean areBusy() {
        return isAnyRunning() && patience.isOver(running);
    }

    /** Whether those that run have done so for so long without a wait that another may go on beside them. */
    boolean haveRunLong() {
        return patience.isShort(running);
    }

    @Override
    public String toString() {
        return "running " + running + ", expected " + expected;
    }
}
