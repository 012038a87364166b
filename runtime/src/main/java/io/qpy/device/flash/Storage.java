package io.qpy.device.flash;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a device's own files are kept: a folder of the PC, or memory. Nothing is made before the first write. */
abstract class Storage {
    /** Of a flash in memory, in bytes: more than any module has, little enough for many devices in one JVM. */
    static final long CAPACITY = 32 << 20;

    private FileSystem memory;
    private Staging staging;

    /** The place of a device path, or null when nothing has been written yet. */
    final Path forReading(String path) {
        Path root = existingRoot();
        return root == null ? null : root.resolve(path.substring(1));
    }

    final Path forWriting(String path) throws IOException {
        Path root = root();
        if (!Files.isDirectory(root)) {
            PrivateFolder.create(root);
        }
        return root.resolve(path.substring(1));
    }

    /** A new place for content that is not committed yet: in this storage, but under no path of the device. */
    final synchronized Path stage() throws IOException {
        if (staging == null) {
            staging = Staging.in(forWriting("/.staging"));
        }
        return staging.next();
    }

    /** Puts a file or folder where another may be, in one step: whoever looks finds the old one or the new one. */
    static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Some folder with nothing in it, for a mount point to which nothing has been written. */
    final Path emptyFolder() {
        try {
            Path empty = memory().getPath("/empty");
            return Files.createDirectories(empty);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    abstract Path root();

    abstract Path existingRoot();

    final synchronized FileSystem memory() {
        if (memory == null) {
            memory = Jimfs.newFileSystem(
                    Configuration.unix().toBuilder().setMaxSize(CAPACITY).build());
        }
        return memory;
    }

    final synchronized boolean memoryUsed() {
        return memory != null;
    }

    final synchronized void close() {
        try {
            if (staging != null) {
                staging.close();
            }
            if (memory != null) {
                memory.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Storage in(Path folder) {
        return new Storage() {
            @Override
            Path root() {
                return folder;
            }

            @Override
            Path existingRoot() {
                return Files.isDirectory(folder) ? folder : null;
            }
        };
    }

    static Storage inMemory() {
        return new Storage() {
            @Override
            Path root() {
                return memory().getPath("/flash");
            }

            @Override
            Path existingRoot() {
                return memoryUsed() ? root() : null;
            }
        };
    }
}
