package io.qpy.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that another thread or process does, and that it does not tell. */
public final class Patience {
    /** Far longer than anything takes that works. */
    private static final int SECONDS = 120;

    private static final int LOOK_MILLIS = 20;

    private Patience() {}

    /**
     * Looks again and again until a condition holds.
     *
     * @param failure what is said when it never does
     */
    public static void until(BooleanSupplier condition, Supplier<String> failure) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, failure);
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
