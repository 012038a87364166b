package io.qpy.device.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceThreadsTest {
    private final DeviceThreads threads = new DeviceThreads();

    @Test
    void givesPlacesInTheOrderOfExpectation() {
        int first = threads.expect(false);
        int second = threads.expect(false);
        assertTrue(first < second);
        threads.met(first);
        assertTrue(threads.isAnyExpected());
        threads.met(second);
        assertFalse(threads.isAnyExpected());
    }

    @Test
    void thoseThatAreAheadComeFirst() {
        int script = threads.expect(false);
        int first = threads.expect(true);
        int second = threads.expect(true);
        assertTrue(first < second && second < script);
        assertTrue(first != Wait.NO_TURNS && second != Wait.NO_TURNS);
    }

    @Test
    void knowsThePlaceOfAThreadThatHasEntered() {
        assertEquals(Wait.NO_TURNS, threads.turn());
        int place = threads.expect(false);
        threads.enter(place);
        assertEquals(place, threads.turn());
        threads.leave();
        assertEquals(Wait.NO_TURNS, threads.turn());
    }

    @Test
    void aThreadRunsBetweenItsWaits() {
        Thread me = Thread.currentThread();
        threads.enter(threads.expect(false));
        assertFalse(threads.isAnyRunning());
        threads.goesOn(me);
        assertTrue(threads.isAnyRunning());
        threads.waits(me);
        assertFalse(threads.isAnyRunning());
        threads.goesOn(me);
        threads.leave();
        assertFalse(threads.isAnyRunning());
    }

    @Test
    void forgetsThreadsThatNeverLeft() {
        threads.enter(threads.expect(false));
        threads.goesOn(Thread.currentThread());
        threads.forget(threads.places());
        assertFalse(threads.isAnyRunning());
        assertFalse(threads.isAnyExpected());
        assertEquals(Wait.NO_TURNS, threads.turn());
    }

    @Test
    void aForgottenThreadThatGoesOnDoesNotCount() {
        threads.enter(threads.expect(false));
        threads.waits(Thread.currentThread());
        threads.forget(threads.places());
        threads.goesOn(Thread.currentThread()); // it was interrupted while it waited, and ends
        assertFalse(threads.isAnyRunning());
    }

    @Test
    void forgetsNoThreadOfAnotherDevice() {
        int own = threads.expect(false);
        threads.enter(own);
        threads.met(own);
        threads.goesOn(Thread.currentThread());
        int another = threads.expect(false);
        threads.forget(Set.of(another));
        assertTrue(threads.isAnyRunning());
        assertFalse(threads.isAnyExpected());
    }

    @Test
    void theHundredAndFirstTouchWithoutAWaitIsOneTooMany() {
        for (int i = 0; i < 100; i++) {
            assertFalse(threads.touch());
        }
        assertTrue(threads.touch());
        threads.waits(Thread.currentThread());
        assertFalse(threads.touch());
    }
}
