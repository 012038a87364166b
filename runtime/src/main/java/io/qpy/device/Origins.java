package io.qpy.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * For each file of a script's folder that a script has overwritten or removed on the device: which file it was then.
 * While the folder still holds that very file, the device's word counts; once it holds another, the folder's does.
 *
 * <p>Kept beside the device's files in {@code origins.properties}, one line a path: whether it was removed, and the
 * folder's file as its place, modification time in milliseconds, and size in bytes.
 */
final class Origins {
    /** Which of the two files a path names. */
    enum Verdict {
        STORED,
        DOWNLOADED,
        REMOVED
    }

    private static final String INDEX = "/origins.properties";

    private final Storage storage;

    Origins(Storage storage) {
        this.storage = storage;
    }

    Verdict verdict(String path, Path downloaded) {
        if (Files.isDirectory(downloaded)) {
            return ("removed " + downloaded).equals(load().getProperty(path)) ? Verdict.REMOVED : Verdict.STORED;
        }
        String recorded = load().getProperty(path, "");
        String print = print(downloaded);
        if (recorded.equals("stored " + print)) {
            return Verdict.STORED;
        }
        return recorded.equals("removed " + print) ? Verdict.REMOVED : Verdict.DOWNLOADED;
    }

    /** Notes that the device's word counts for a path from now on; {@code downloaded} is null when the folder lacks it. */
    void record(String path, Path downloaded, boolean removed) throws IOException {
        Properties entries = load();
        String before = entries.getProperty(path);
        String after = downloaded == null ? null : (removed ? "removed " : "stored ") + print(downloaded);
        if (after == null ? before == null : after.equals(before)) {
            return;
        }
        if (after == null) {
            entries.remove(path);
        } else {
            entries.setProperty(path, after);
        }
        save(entries);
    }

    private static String print(Path downloaded) {
        try {
            return Files.isDirectory(downloaded)
                    ? downloaded.toString()
                    : downloaded + "|" + Files.getLastModifiedTime(downloaded).toMillis() + "|"
                            + Files.size(downloaded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties load() {
        Properties entries = new Properties();
        Path index = storage.forReading(INDEX);
        if (index != null && Files.exists(index)) {
            try (InputStream in = Files.newInputStream(index)) {
                entries.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return entries;
    }

    /** Replaces the index whole, so that a run that is killed leaves the old one or the new one. */
    private void save(Properties entries) throws IOException {
        Path index = storage.forWriting(INDEX);
        Path fresh = index.resolveSibling("origins.new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            entries.store(out, null);
        }
        Files.move(fresh, index, StandardCopyOption.REPLACE_EXISTING);
    }
}
