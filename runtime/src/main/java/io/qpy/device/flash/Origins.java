package io.qpy.device.flash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * For each file of a script's folder that a script has overwritten or removed on the device: which file it was then.
 * While the folder still holds that very file, the device's word counts; once it holds another, the folder's does.
 *
 * <p>Kept beside the device's files in {@code origins.properties}, one line a path: {@code stored} or {@code removed}, and the
 * folder's file as its place, modification time in milliseconds, and size in bytes. Both words yield to a stored file. So a
 * change to the flash is one atomic step of the stored file, between two records that say the same of what is there.
 */
final class Origins {
    /** Which of the two files a path names. */
    enum Verdict {
        /** The stored one, else the folder's. */
        STORED,
        /** The folder's. */
        DOWNLOADED,
        /** The stored one, else none. */
        REMOVED
    }

    private static final String INDEX = "/origins.properties";

    private final Storage storage;
    private Properties entries = new Properties();
    private Object read = ""; // which file they were read from

    Origins(Storage storage) {
        this.storage = storage;
    }

    Verdict verdict(String path, Path downloaded) {
        String recorded = entries().getProperty(path, "");
        if (Files.isDirectory(downloaded)) {
            return recorded.equals("removed " + downloaded) ? Verdict.REMOVED : Verdict.STORED;
        }
        if (recorded.isEmpty()) {
            return Verdict.DOWNLOADED;
        }
        String print = print(downloaded);
        if (recorded.equals("stored " + print)) {
            return Verdict.STORED;
        }
        return recorded.equals("removed " + print) ? Verdict.REMOVED : Verdict.DOWNLOADED;
    }

    /** Notes that the device's word counts from now on; {@code downloaded} is null when the folder lacks the path. */
    void record(String path, Path downloaded, boolean removed) throws IOException {
        Map<String, String> one = new LinkedHashMap<>();
        one.put(path, entry(downloaded, removed));
        record(one);
    }

    /** An entry for {@link #record(Map)}; null when the folder lacks the path. */
    static String entry(Path downloaded, boolean removed) {
        return downloaded == null ? null : (removed ? "removed " : "stored ") + print(downloaded);
    }

    /** Notes several at once. */
    void record(Map<String, String> changes) throws IOException {
        Properties now = new Properties();
        now.putAll(entries());
        changes.forEach((path, entry) -> {
            if (entry == null) {
                now.remove(path);
            } else {
                now.setProperty(path, entry);
            }
        });
        if (!now.equals(entries)) {
            save(now);
        }
    }

    private static String print(Path downloaded) {
        try {
            BasicFileAttributes file = Files.readAttributes(downloaded, BasicFileAttributes.class);
            return file.isDirectory()
                    ? downloaded.toString()
                    : downloaded + "|" + file.lastModifiedTime().toMillis() + "|" + file.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** They are read again when another process has written them. */
    private Properties entries() {
        Path index = storage.forReading(INDEX);
        Object now = index == null ? "" : identity(index);
        if (!now.equals(read)) {
            entries = now.equals("") ? new Properties() : load(index);
            read = now;
        }
        return entries;
    }

    private static Object identity(Path index) {
        try {
            BasicFileAttributes file = Files.readAttributes(index, BasicFileAttributes.class);
            return file.fileKey() + "|" + file.lastModifiedTime() + "|" + file.size();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path index) {
        Properties loaded = new Properties();
        try (InputStream in = Files.newInputStream(index)) {
            loaded.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loaded;
    }

    /** Replaces the index whole, so that a run that is killed leaves the old one or the new one. */
    private void save(Properties now) throws IOException {
        Path fresh = storage.stage();
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            now.store(Channels.newOutputStream(out), null);
            out.force(true);
        }
        Path index = storage.forWriting(INDEX);
        Storage.replace(fresh, index);
        entries = now;
        read = identity(index);
    }
}
