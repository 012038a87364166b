package io.qpy.device.board.bus;

import io.qpy.device.Part;
import io.qpy.device.board.BusPart;
import io.qpy.device.time.Waits;
import java.util.Arrays;
import java.util.Optional;

/** A bus with one part or none. Bytes that nobody sends are 0xFF: the line is high. */
abstract class PointToPoint<P extends BusPart> implements Part {
    private static final byte FLOATING = (byte) 0xFF;

    private final Waits waits;
    private volatile P device;

    /** @param device null for none */
    PointToPoint(P device, Waits waits) {
        this.device = device;
        this.waits = waits;
    }

    /** Connects a part in the place of what was connected. */
    final void attach(P newDevice) {
        device = newDevice;
    }

    /** What is connected. */
    public final Optional<P> device() {
        return Optional.ofNullable(device);
    }

    /** So many nanoseconds pass on the line. */
    final void pass(long length) {
        if (length > 0) {
            waits.sleep(length);
        }
    }

    static byte[] floating(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, FLOATING);
        return bytes;
    }

    @Override
    public final void restart() {
        device().ifPresent(Part::restart);
    }

    @Override
    public final Runnable snapshot() {
        return device().map(Part::snapshot).orElse(() -> {});
    }

    @Override
    public final void close() {
        device().ifPresent(Part::close);
    }
}
