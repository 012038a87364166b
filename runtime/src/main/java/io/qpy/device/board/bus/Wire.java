package io.qpy.device.board.bus;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.board.WireDevice;
import io.qpy.device.time.Waits;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A one-wire line at a pin, with one part or none. */
public final class Wire implements Part {
    private static final long RESET = TimeUnit.MICROSECONDS.toNanos(960);
    private static final long BYTE = TimeUnit.MICROSECONDS.toNanos(65L * Byte.SIZE); // eight slots
    private static final byte FLOATING = (byte) 0xFF;

    private final int pin;
    private final WireDevice device;
    private final Waits waits;
    private final Notices notices;

    /** @param device null for none */
    Wire(int pin, WireDevice device, Waits waits, Notices notices) {
        this.pin = pin;
        this.device = device;
        this.waits = waits;
        this.notices = notices;
    }

    /** What is connected. */
    public Optional<WireDevice> device() {
        return Optional.ofNullable(device);
    }

    /** Resets the line; whether a part shows that it is there. */
    public boolean begin() {
        waits.sleep(RESET);
        if (device == null) {
            notices.sayOnce(
                    Code.ONE_WIRE,
                    "OneWire: nothing answers at GPIO" + pin + "; a part is connected in qpy.toml: [board.onewire] GPIO"
                            + pin + " = \"ds18b20\"");
            return false;
        }
        synchronized (device) {
            device.begin();
        }
        return true;
    }

    public void write(byte[] bytes) {
        pass(bytes.length);
        if (device != null) {
            synchronized (device) {
                device.write(bytes);
            }
        }
    }

    /** Bytes; 0xFF each where nobody says anything. */
    public byte[] read(int count) {
        pass(count);
        if (device != null) {
            synchronized (device) {
                return device.read(count);
            }
        }
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, FLOATING);
        return bytes;
    }

    private void pass(int count) {
        if (count > 0) {
            waits.sleep(BYTE * count);
        }
    }

    @Override
    public void restart() {
        device().ifPresent(Part::restart);
    }

    @Override
    public Runnable snapshot() {
        return device().map(Part::snapshot).orElse(() -> {});
    }

    @Override
    public void close() {
        device().ifPresent(Part::close);
    }
}
