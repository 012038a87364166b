package io.qpy.device.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final TimeParts parts = TimeParts.make();
    private final Waiting waiting = parts.waiting();
    private final Traffic traffic = parts.traffic();

    private static Wait wait(int turn) {
        return new Wait(turn, null, List.of());
    }

    private Wait begun(int turn) {
        Wait wait = wait(turn);
        assertNull(waiting.begin(wait, Time.FOR_EVER));
        return wait;
    }

    @Test
    void theThreadWhoseWaitWasReadyFirstGoesOnFirst() {
        Wait one = begun(1);
        Wait two = begun(2);
        assertNull(waiting.next());
        waiting.ready(two);
        parts.progress().countRound();
        waiting.ready(one);
        assertSame(two, waiting.next());
        waiting.end(two);
        assertSame(one, waiting.next());
    }

    @Test
    void inOneRoundTheThreadWithTheFirstPlaceGoesOnFirst() {
        Wait two = begun(2);
        Wait one = begun(1);
        waiting.ready(two);
        waiting.ready(one);
        assertSame(one, waiting.next());
    }

    @Test
    void aDeviceThreadsWaitThatIsReadyIsNotOver() {
        parts.threads().enter(1);
        Wait wait = begun(1);
        waiting.ready(wait);
        assertFalse(wait.isOver());
        waiting.end(wait);
        assertTrue(wait.isOver());
        assertTrue(parts.threads().isAnyRunning());
    }

    @Test
    void aWaitWithoutATurnIsOverAtOnceWhenItIsReady() throws InterruptedException {
        Wait wait = begun(Wait.NO_TURNS);
        waiting.ready(wait);
        assertTrue(wait.isOver());
        assertTrue(waiting.isAnyAboutToGoOn(traffic));
        waiting.park(wait, null);
        assertFalse(waiting.isAnyAboutToGoOn(traffic));
    }

    @Test
    void aWaitWithoutATurnMayBeReadyBeforeItBegins() throws InterruptedException {
        Wait wait = wait(Wait.NO_TURNS);
        waiting.ready(wait);
        assertFalse(wait.isOver());
        assertNull(waiting.begin(wait, Time.FOR_EVER));
        assertTrue(wait.isOver());
        waiting.park(wait, null);
        assertFalse(waiting.isAnyAboutToGoOn(traffic));
    }

    @Test
    void whatWasDueAtTheEndOfAWaitIsNotDueAfterIt() throws InterruptedException {
        Wait wait = wait(1);
        Agenda.Entry entry = waiting.begin(wait, 500);
        assertEquals(500, parts.agenda().next());
        waiting.end(wait);
        waiting.park(wait, entry);
        assertEquals(Time.FOR_EVER, parts.agenda().next());
    }

    @Test
    void anInterruptedThreadGoesOnThoughItsWaitIsNotOver() {
        parts.threads().enter(1);
        Wait wait = begun(1);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> waiting.park(wait, null));
        assertTrue(wait.isOver());
        assertTrue(parts.threads().isAnyRunning());
    }

    @Test
    void aThreadRunsFromTheMomentThatItIsInterrupted() {
        parts.threads().enter(1);
        Wait wait = begun(1);
        Thread.currentThread().interrupt();
        waiting.interrupted(Thread.currentThread());
        assertTrue(parts.threads().isAnyRunning(), "though it has not woken yet");
        assertThrows(InterruptedException.class, () -> waiting.park(wait, null));
    }

    @Test
    void bytesForAWaitingThreadAreAboutToWakeIt() {
        Wait wait = new Wait(1, null, List.of(Traffic::hasForeign));
        assertNull(waiting.begin(wait, Time.FOR_EVER));
        assertFalse(waiting.isAnyAboutToGoOn(traffic));
        traffic.openForeign();
        assertTrue(waiting.isAnyAboutToGoOn(traffic));
        waiting.ready(wait);
        assertFalse(waiting.isAnyAboutToGoOn(traffic), "it has woken already");
    }

    @Test
    void forgetsTheWaitsOfThosePlacesOnly() {
        Wait device = begun(1);
        Wait another = begun(2);
        Wait other = begun(Wait.NO_TURNS);
        waiting.forget(Set.of(1));
        waiting.ready(device);
        assertNull(waiting.next());
        waiting.ready(another);
        assertSame(another, waiting.next());
        waiting.ready(other);
        assertTrue(other.isOver());
    }
}
