package io.qpy.device;

/**
 * A part of a device: its radio, its card, a pin. What it remembers outlives the interpreter, as on the module; the device
 * asks each of its parts, so that nobody lists them by hand.
 */
public interface Part extends AutoCloseable {
    /** The interpreter has ended, as at a soft reset: what a script has opened is closed, its callbacks are forgotten. */
    default void reset() {}

    /** The power went, and is back: what is in RAM is lost, what is in the flash or on the card stays. */
    default void restart() {}

    /** Returns what puts the part back to what it is now; the end of a test runs it. */
    default Runnable snapshot() {
        return () -> {};
    }

    /** The device is switched off for good. */
    @Override
    default void close() {}
}
