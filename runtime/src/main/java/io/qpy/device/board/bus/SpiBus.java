package io.qpy.device.board.bus;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.board.Pin;
import io.qpy.device.board.SpiDevice;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.util.Arrays;
import java.util.Optional;

/** An SPI bus, with one part or none. Bytes take their time on it. */
public final class SpiBus implements Part {
    private static final long SECOND = Time.seconds(1);
    private static final byte FLOATING = (byte) 0xFF;

    private final String name;
    private final String key;
    private final SpiDevice device;
    private final Pin select;
    private final Waits waits;
    private final Notices notices;

    /**
     * A bus.
     *
     * @param name as a person calls it
     * @param key of {@code [board]} in qpy.toml
     * @param device null for none
     * @param select the pin that selects the part while it is low; null where the bus does it, for one transfer each
     */
    SpiBus(String name, String key, SpiDevice device, Pin select, Waits waits, Notices notices) {
        this.name = name;
        this.key = key;
        this.device = device;
        this.select = select;
        this.waits = waits;
        this.notices = notices;
        if (device != null && select != null) {
            select.listen(this::follow);
        }
    }

    private void follow(int level) {
        synchronized (device) {
            if (level == 0) {
                device.select();
            } else {
                device.deselect();
            }
        }
    }

    /** What is connected. */
    public Optional<SpiDevice> device() {
        return Optional.ofNullable(device);
    }

    /**
     * Sends bytes.
     *
     * @param speed in Hz
     * @return what came at the same time; 0xFF each where nothing is connected or selected (which of both levels is a guess)
     */
    public byte[] exchange(long speed, byte[] sent) {
        long length = (long) sent.length * Byte.SIZE * SECOND / speed;
        if (length > 0) {
            waits.sleep(length);
        }
        if (device == null) {
            notices.sayOnce(
                    Code.SPI,
                    name + ": nothing is connected, all that is read is 0xFF; a part is connected in qpy.toml: [board] "
                            + key + " = \"w25q64\", or \"loopback\"");
            return floating(sent.length);
        }
        synchronized (device) {
            if (select != null) {
                return select.level() == 0 ? device.exchange(sent) : floating(sent.length);
            }
            device.select();
            try {
                return device.exchange(sent);
            } finally {
                device.deselect();
            }
        }
    }

    private static byte[] floating(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, FLOATING);
        return bytes;
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
