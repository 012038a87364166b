package io.qpy.device.position;

import io.qpy.device.Part;
import java.util.List;

/**
 * What the locating servers know of where the module is: the true place, as far off as the documentation's samples are from each other
 * (facts-board.md B10.1, B10.3).
 */
public final class Locator implements Part {
    private static final List<Double> NOTHING = List.of(0.0, 0.0, 0.0);
    private static final double CELLS_EAST = 117.1138 - 117.1156448333333; // degrees
    private static final double CELLS_NORTH = 31.82279 - 31.82134916666667;
    private static final double CELLS_METRES = 550;
    private static final double POINTS_EAST = 117.1152877807617 - 117.1156448333333;
    private static final double POINTS_NORTH = 31.82142066955567 - 31.82134916666667;
    private static final double POINTS_METRES = 100;
    private static final double MICRO = 1e6;

    private final Receiver receiver;
    private boolean fails;
    private boolean nothing;

    public Locator(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Longitude, latitude, accuracy in metres, by the cells around; zeros where nothing is found. */
    public synchronized List<Double> byCells() {
        Place place = receiver.place();
        return nothing
                ? NOTHING
                : List.of(micro(place.longitude() + CELLS_EAST), micro(place.latitude() + CELLS_NORTH), CELLS_METRES);
    }

    /** The same by the access points around. */
    public synchronized List<Double> byAccessPoints() {
        Place place = receiver.place();
        return nothing
                ? NOTHING
                : List.of(
                        single(place.longitude() + POINTS_EAST),
                        single(place.latitude() + POINTS_NORTH),
                        POINTS_METRES);
    }

    private static double micro(double degrees) {
        return Math.round(degrees * MICRO) / MICRO;
    }

    /** As a float of 32 bits has it. */
    private static double single(double degrees) {
        return (float) degrees;
    }

    /** Whether requests fail. */
    public synchronized boolean fails() {
        return fails;
    }

    public synchronized void fail(boolean value) {
        fails = value;
    }

    /** Whether the servers know none of the cells and access points. */
    public synchronized void findNothing(boolean value) {
        nothing = value;
    }

    @Override
    public synchronized Runnable snapshot() {
        boolean wasFailing = fails;
        boolean wasEmpty = nothing;
        return () -> {
            fail(wasFailing);
            findNothing(wasEmpty);
        };
    }
}
