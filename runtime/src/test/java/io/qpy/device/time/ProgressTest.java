package io.qpy.device.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private long pc = 5_000;
    private final Progress progress = new Progress(() -> pc);

    private static void times(int count, Runnable step) {
        IntStream.range(0, count).forEach(i -> step.run());
    }

    @Test
    void jumpsForwardsOnly() {
        progress.jump(100);
        progress.jump(40);
        assertEquals(100, progress.now());
    }

    @Test
    void goesOnWithTheHundredAndFirstReadWithoutAWait() {
        times(100, progress::read);
        assertEquals(0, progress.now());
        progress.read();
        assertEquals(Time.millis(1), progress.now());
        progress.waited();
        times(100, progress::read);
        assertEquals(Time.millis(1), progress.now());
    }

    @Test
    void creepsAfterAThousandRoundsAtOneMoment() {
        times(1000, () -> progress.stand(false));
        assertEquals(0, progress.now());
        times(3, () -> progress.stand(false));
        assertEquals(300_000, progress.now());
    }

    @Test
    void countsRoundsAnewAfterAJump() {
        times(1000, () -> progress.stand(false));
        progress.jump(50);
        times(1000, () -> progress.stand(false));
        assertEquals(50, progress.now());
    }

    @Test
    void creepsFasterAndFasterForThreadsThatLook() {
        times(100, () -> progress.stand(true));
        assertEquals(0, progress.now());
        times(99, () -> progress.stand(true));
        assertEquals(99 * 100_000, progress.now());
        progress.stand(true);
        assertEquals(99 * 100_000 + 200_000, progress.now());
    }

    @Test
    void creepsNoFasterThanTenMillisecondsALook() {
        times(100_000, () -> progress.stand(true));
        long before = progress.now();
        progress.stand(true);
        assertEquals(Time.millis(10), progress.now() - before);
    }

    @Test
    void anotherWaitBetweenLooksMakesThemCountAnew() {
        times(100, () -> progress.stand(true));
        progress.stand(false);
        times(100, () -> progress.stand(true));
        assertEquals(0, progress.now());
    }

    @Test
    void aJumpBetweenLooksMakesThemCountAnew() {
        times(100, () -> progress.stand(true));
        progress.jump(50);
        times(100, () -> progress.stand(true));
        assertEquals(50, progress.now());
        progress.jump(20); // due since
        progress.stand(true);
        assertEquals(50 + 100_000, progress.now());
    }

    @Test
    void creepsToTheEndAndNoFurther() {
        progress.endAt(250_000);
        times(1001, () -> progress.stand(false));
        assertFalse(progress.isOver());
        times(10, () -> progress.stand(false));
        assertTrue(progress.isOver());
        assertEquals(250_000, progress.now());
    }

    @Test
    void knowsWhatComesBeforeTheEnd() {
        assertFalse(progress.endsBy(Time.FOR_EVER), "no end was set");
        progress.endAt(100);
        assertFalse(progress.endsBy(99));
        assertTrue(progress.endsBy(100));
        assertTrue(progress.endsBy(Time.FOR_EVER));
        progress.jumpToEnd();
        assertEquals(100, progress.now());
    }

    @Test
    void flowsAsThePcFromOneCallToTheNext() {
        progress.flow(true);
        assertEquals(0, progress.now());
        pc += 70;
        progress.flow(true);
        assertEquals(70, progress.now());
        pc += 1000;
        progress.flow(false);
        pc += 1000;
        progress.flow(true);
        assertEquals(70, progress.now());
    }

    @Test
    void whatPassesWhileTheDeviceIsOffDoesNotCount() {
        progress.flow(true);
        progress.stopFlow();
        pc += 1000;
        progress.flow(true);
        assertEquals(0, progress.now());
    }
}
