package io.qpy.device.flash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of a part of the device's own: they lie in the device's storage, under no path that a script can name. */
public final class PrivateFiles {
    private final Flash flash;
    private final String folder;

    /** @param folder begins with a slash */
    public PrivateFiles(Flash flash, String folder) {
        this.flash = flash;
        this.folder = folder;
    }

    /** A file's content; empty where there is none. */
    public Optional<byte[]> read(String name) throws IOException {
        Path stored = flash.stored(path(name));
        return stored == null ? Optional.empty() : Optional.of(flash.storing(() -> Files.readAllBytes(stored)));
    }

    /** Writes a file, whole or, where the power fails, not at all. */
    public void write(String name, byte[] content) throws IOException {
        flash.supply().require();
        flash.supply().change();
        flash.storing(() -> {
            Path staged = flash.newStage();
            Files.write(staged, content);
            Path place = flash.place(path(name));
            Files.createDirectories(place.getParent());
            Storage.replace(staged, place);
            return place;
        });
    }

    /** Deletes a file if it is there. */
    public void delete(String name) throws IOException {
        flash.supply().require();
        remove(name);
    }

    private void remove(String name) throws IOException {
        Path stored = flash.stored(path(name));
        if (stored != null) {
            Files.delete(stored);
        }
    }

    private String path(String name) {
        return folder + "/" + name;
    }

    /** Returns what puts these files back to what they are now. */
    public Runnable snapshot(Collection<String> names) {
        Map<String, byte[]> saved = new TreeMap<>();
        names.forEach(name -> readable(name).ifPresent(content -> saved.put(name, content)));
        return () -> names.forEach(name -> putBack(name, saved.get(name)));
    }

    /** Like {@link #read}; empty for what cannot be read: who needs it says so. */
    public Optional<byte[]> readable(String name) {
        try {
            return read(name);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void putBack(String name, byte[] content) {
        try {
            if (content == null) {
                remove(name);
            } else {
                write(name, content);
            }
        } catch (IOException e) {
            // The storage refuses, as it did the test's own writes.
        }
    }
}
