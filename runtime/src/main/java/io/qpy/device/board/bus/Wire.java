package io.qpy.device.board.bus;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.board.WireDevice;
import io.qpy.device.time.Waits;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A one-wire line at a pin, with one part or none. */
public final class Wire extends PointToPoint<WireDevice> {
    private static final long RESET = TimeUnit.MICROSECONDS.toNanos(960);
    private static final long BYTE = TimeUnit.MICROSECONDS.toNanos(65L * Byte.SIZE); // eight slots

    private final int pin;
    private final Notices notices;

    /** @param device null for none */
    Wire(int pin, WireDevice device, Waits waits, Notices notices) {
        super(device, waits);
        this.pin = pin;
        this.notices = notices;
    }

    /** Connects a part. */
    public void connect(WireDevice device) {
        attach(device);
    }

    /** Resets the line; whether a part shows that it is there. */
    public boolean begin() {
        pass(RESET);
        Optional<WireDevice> device = device();
        if (device.isEmpty()) {
            notices.sayOnce(
                    Code.ONE_WIRE,
                    "OneWire: nothing answers at GPIO" + pin + "; a part is connected in qpy.toml: [board.onewire] GPIO"
                            + pin + " = \"ds18b20\"");
        }
        return device.map(each -> each.alone(each::begin)).orElse(false);
    }

    public void write(byte[] bytes) {
        pass(BYTE * bytes.length);
        device().ifPresent(device -> device.alone(() -> {
            device.write(bytes);
            return null;
        }));
    }

    /** Bytes; 0xFF each where nobody says anything. */
    public byte[] read(int count) {
        pass(BYTE * count);
        return device().map(device -> device.alone(() -> device.read(count))).orElseGet(() -> floating(count));
    }

    @Override
    public String toString() {
        return "OneWire GPIO" + pin;
    }
}
