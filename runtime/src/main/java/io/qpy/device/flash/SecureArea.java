package io.qpy.device.flash;

import io.qpy.device.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The secure data area: 16 places beside the file system, which a script reaches by their number alone, and which keep what
 * they hold when new firmware is written (facts-board.md B12.1). They lie in the device's storage, under no path of the device.
 */
public final class SecureArea implements Part {
    public static final int FIRST = 1;
    public static final int LAST = 16;

    private final Flash flash;
    private final Map<Integer, byte[]> delivered = new TreeMap<>();

    public SecureArea(Flash flash) {
        this.flash = flash;
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
        Path stored = flash.stored(path(index));
        if (stored != null) {
            return Optional.of(flash.storing(() -> Files.readAllBytes(stored)));
        }
        return Optional.ofNullable(delivered.get(index)).map(byte[]::clone);
    }

    /** Puts content into a place, whole or, where the power fails, not at all. */
    public synchronized void store(int index, byte[] content) throws IOException {
        flash.supply().require();
        flash.supply().change();
        flash.storing(() -> {
            Path staged = flash.newStage();
            Files.write(staged, content);
            Path place = flash.place(path(index));
            Files.createDirectories(place.getParent());
            Storage.replace(staged, place);
            return place;
        });
    }

    private void forget(int index) throws IOException {
        Path stored = flash.stored(path(index));
        if (stored != null) {
            Files.delete(stored);
        }
    }

    private static String path(int index) {
        return "/.secure/" + index;
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Integer, byte[]> saved = new TreeMap<>();
        for (int index = FIRST; index <= LAST; index++) {
            byte[] content = content(index);
            if (content != null) {
                saved.put(index, content);
            }
        }
        return () -> putBack(saved);
    }

    /** What has been stored in a place; null for nothing that can be read. */
    private byte[] content(int index) {
        try {
            Path stored = flash.stored(path(index));
            return stored == null ? null : Files.readAllBytes(stored);
        } catch (IOException e) {
            return null; // the script's own read says so
        }
    }

    private synchronized void putBack(Map<Integer, byte[]> saved) {
        try {
            for (int index = FIRST; index <= LAST; index++) {
                if (saved.containsKey(index)) {
                    store(index, saved.get(index));
                } else {
                    forget(index);
                }
            }
        } catch (IOException e) {
            // The storage refuses, as it did the test's own writes.
        }
    }
}
