package io.qpy.device.board.bus;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.board.Pin;
import io.qpy.device.board.SpiDevice;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;

/** An SPI bus, with one part or none. Bytes take their time on it. */
public final class SpiBus extends PointToPoint<SpiDevice> {
    private static final long SECOND = Time.seconds(1);

    private final String name;
    private final String key;
    private final Notices notices;
    private Pin select;

    /**
     * A bus.
     *
     * @param name as a person calls it
     * @param key of {@code [board]} in qpy.toml
     */
    SpiBus(String name, String key, Waits waits, Notices notices) {
        super(null, waits);
        this.name = name;
        this.key = key;
        this.notices = notices;
    }

    /**
     * Connects a part.
     *
     * @param newSelect the pin that selects it while it is low; null where the bus does it, for one transfer each
     */
    public void connect(SpiDevice device, Pin newSelect) {
        attach(device);
        select = newSelect;
        if (newSelect != null) {
            newSelect.listen(level -> device.alone(() -> {
                if (level == 0) {
                    device.select();
                } else {
                    device.deselect();
                }
                return null;
            }));
        }
    }

    /**
     * Sends bytes.
     *
     * @param speed in Hz
     * @return what came at the same time; 0xFF each where nothing is connected or selected (which of both levels is a guess)
     */
    public byte[] exchange(long speed, byte[] sent) {
        pass((long) sent.length * Byte.SIZE * SECOND / speed);
        return device().map(device -> exchange(device, sent)).orElseGet(() -> {
            notices.sayOnce(
                    Code.SPI,
                    name + ": nothing is connected, all that is read is 0xFF; a part is connected in qpy.toml: [board] "
                            + key + " = \"w25q64\", or \"loopback\"");
            return floating(sent.length);
        });
    }

    private byte[] exchange(SpiDevice device, byte[] sent) {
        if (select == null) {
            return device.alone(() -> device.transfer(sent));
        }
        return select.level() == 0 ? device.alone(() -> device.exchange(sent)) : floating(sent.length);
    }

    @Override
    public String toString() {
        return name;
    }
}
