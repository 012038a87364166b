package io.qpy.device.flash;

import io.qpy.device.Part;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The secure data area: 16 places beside the file system, which a script reaches by their number alone, and which keep what
 * they hold when new firmware is written (facts-board.md B12.1). They lie in the device's storage, under no path of the device.
 */
public final class SecureArea implements Part {
    public static final int FIRST = 1;
    public static final int LAST = 16;

    private final PrivateFiles files;
    private final Map<Integer, byte[]> delivered = new TreeMap<>();

    public SecureArea(Flash flash) {
        files = new PrivateFiles(flash, "/.secure");
    }

    /** Whether there is a place of this number. */
    public static boolean has(long index) {
        return index >= FIRST && index <= LAST;
    }

    /** How many bytes a place holds. */
    public static int capacity(int index) {
        if (index <= 8) {
            return 52;
        }
        if (index <= 12) {
            return 100;
        }
        return index <= 14 ? 500 : 1000;
    }

    /** What the device is delivered with: it counts until a script stores something there. */
    public synchronized void deliver(int index, byte[] content) {
        delivered.put(index, content.clone());
    }

    /** What a place holds; empty where nothing has been stored. */
    public synchronized Optional<byte[]> read(int index) throws IOException {
        Optional<byte[]> stored = files.read(Integer.toString(index));
        return stored.isPresent()
                ? stored
                : Optional.ofNullable(delivered.get(index)).map(byte[]::clone);
    }

    /** Puts content into a place, whole or, where the power fails, not at all. */
    public synchronized void store(int index, byte[] content) throws IOException {
        files.write(Integer.toString(index), content);
    }

    @Override
    public synchronized Runnable snapshot() {
        return files.snapshot(
                IntStream.rangeClosed(FIRST, LAST).mapToObj(Integer::toString).toList());
    }
}
