package io.qpy.device.board.bus;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.board.I2cDevice;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An I2C bus. Bytes take their time on it: nine bits each, with the one that acknowledges. */
public final class I2cBus implements Part {
    private static final int HIGHEST_ADDRESS = 0x7F;
    private static final int BITS_OF_A_BYTE = 9;
    private static final long SECOND = Time.seconds(1);

    private final String name;
    private final String key;
    private final SortedMap<Integer, I2cDevice> devices = new TreeMap<>();
    private final Waits waits;
    private final Notices notices;

    /**
     * A bus to which nothing is connected yet.
     *
     * @param name as a person calls it
     * @param key of {@code [board]} in qpy.toml
     */
    I2cBus(String name, String key, Waits waits, Notices notices) {
        this.name = name;
        this.key = key;
        this.waits = waits;
        this.notices = notices;
    }

    /** Connects a part at an address of 7 bits. */
    public void connect(int address, I2cDevice device) {
        devices.put(address, device);
    }

    /** What is connected, by address. */
    public SortedMap<Integer, I2cDevice> devices() {
        return Collections.unmodifiableSortedMap(devices);
    }

    /** What is at an address, for a person. */
    public static String shown(int address) {
        return address < 0 ? Integer.toString(address) : String.format(Locale.ROOT, "0x%02X", address);
    }

    /**
     * Writes.
     *
     * @param speed of the bus, in Hz
     * @return whether a part has acknowledged
     */
    public boolean write(int speed, int address, byte[] bytes) {
        I2cDevice device = find(address);
        sleep(nanos(speed, 1 + (device == null ? 0 : bytes.length)));
        if (device == null) {
            return false;
        }
        return device.alone(() -> device.write(bytes));
    }

    /**
     * Writes a register's number, if there is one, and reads.
     *
     * @param delay between the two, in nanoseconds
     * @return null where no part has acknowledged
     */
    public byte[] read(int speed, int address, byte[] register, long delay, int count) {
        I2cDevice device = find(address);
        if (device == null) {
            sleep(nanos(speed, 1));
            return null;
        }
        // One sleep in all, where the part need not be waited for: each is a switch between threads.
        long passed = 0;
        if (register.length > 0) {
            passed = nanos(speed, 1 + register.length);
            if (!device.alone(() -> device.write(register))) {
                sleep(passed);
                return null;
            }
        }
        long wait = (register.length > 0 ? delay : 0) + device.stretches();
        if (wait > 0) {
            sleep(passed + wait);
            passed = 0;
        }
        byte[] bytes = device.alone(() -> device.read(count));
        sleep(passed + nanos(speed, 1 + (bytes == null ? 0 : count)));
        return bytes == null ? null : Arrays.copyOf(bytes, count);
    }

    private void sleep(long length) {
        if (length > 0) {
            waits.sleep(length);
        }
    }

    private static long nanos(int speed, int bytes) {
        return (long) bytes * BITS_OF_A_BYTE * SECOND / speed;
    }

    private I2cDevice find(int address) {
        I2cDevice device = devices.get(address);
        if (device == null) {
            notices.sayOnce(Code.I2C, nothingAt(address));
        }
        return device;
    }

    private String nothingAt(int address) {
        String there = devices.isEmpty()
                ? ""
                : "; there is "
                        + devices.entrySet().stream()
                                .map(each -> each.getValue().kind() + " at " + shown(each.getKey()))
                                .collect(Collectors.joining(", "));
        if (address < 0 || address > HIGHEST_ADDRESS) {
            String half = devices.containsKey(address >> 1) ? ", as " + shown(address >> 1) + " is" : "";
            return name + ": " + shown(address) + " is no address of 7 bits" + half + there;
        }
        return name + ": nothing answers at " + shown(address) + there + "; a part is connected in qpy.toml: [board."
                + key + "] " + shown(address) + " = \"sht3x\"";
    }

    private List<Runnable> snapshots() {
        return new ArrayList<>(devices.values().stream().map(Part::snapshot).toList());
    }

    @Override
    public void restart() {
        devices.values().forEach(Part::restart);
    }

    @Override
    public Runnable snapshot() {
        List<Runnable> undo = snapshots();
        return () -> undo.forEach(Runnable::run);
    }

    @Override
    public void close() {
        devices.values().forEach(Part::close);
    }

    @Override
    public String toString() {
        return name;
    }
}
