package io.qpy.device.flash;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that a running device is writing and has not committed. Each process has a folder of its own with a lock in it, which the
 * system releases when the process ends, however it ends: the next start deletes what an ended one has left.
 */
final class Staging implements Closeable {
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;
    private int count;

    private Staging(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Staging in(Path all) throws IOException {
        Files.createDirectories(all);
        if (all.getFileSystem() != FileSystems.getDefault()) {
            return new Staging(all, null);
        }
        deleteAbandoned(all);
        Path folder = Files.createDirectory(all.resolve(UUID.randomUUID().toString()));
        FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException(folder + " is locked by another program");
        }
        return new Staging(folder, lock);
    }

    /** A path at which there is nothing yet. */
    Path next() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve("f" + count++);
    }

    private static void deleteAbandoned(Path all) throws IOException {
        List<Path> folders;
        try (Stream<Path> entries = Files.list(all)) {
            folders = entries.toList();
        }
        for (Path each : folders) {
            if (isAbandoned(each)) {
                delete(each);
            }
        }
    }

    /** A folder without a lock is being made at this moment by another process, or is empty. */
    private static boolean isAbandoned(Path folder) {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return lock.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> entries = Files.walk(folder)) {
            all = entries.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    /** Closing it again does nothing. */
    @Override
    public void close() throws IOException {
        if (lock != null && lock.isOpen()) {
            lock.close();
            delete(folder);
        }
    }
}
