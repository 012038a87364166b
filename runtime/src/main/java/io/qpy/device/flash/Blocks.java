package io.qpy.device.flash;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** What files and folders take of the flash, as littlefs has it: a folder two blocks, a file at least one. */
final class Blocks {
    static final int BYTES = 4096;
    static final int FOLDER = 2;

    private Blocks() {}

    static long of(BasicFileAttributes file) {
        return file.isDirectory() ? FOLDER : of(file.size());
    }

    /** Of a file of so many bytes. */
    static long of(long bytes) {
        return Math.max(1, (bytes + BYTES - 1) / BYTES);
    }

    /** Counts down from {@code left} by what is in a folder of the PC; stops below 0. */
    static long subtract(Path folder, long left) throws IOException {
        long[] rest = {left};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                rest[0] -= of(attributes);
                return rest[0] < 0 ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return rest[0];
    }
}
