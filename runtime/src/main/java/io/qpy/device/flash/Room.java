package io.qpy.device.flash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The room that there is on a medium that a script mounts. */
final class Room {
    private final Mounts mounts;
    private final Usage usage;
    private final Flash flash;

    Room(Mounts mounts, Usage usage, Flash flash) {
        this.mounts = mounts;
        this.usage = usage;
        this.flash = flash;
    }

    /** Whether there is room for a file of so many bytes in the place of what there is. */
    void require(OpenFile file, long bytes) throws IOException {
        String path = file.path();
        if (path != null && mounts.blocks(path) != Long.MAX_VALUE) {
            Path current = flash.current(path);
            long taken = current == null ? 0 : Blocks.of(Files.readAttributes(current, BasicFileAttributes.class));
            require(path, Blocks.of(bytes) - taken);
        }
    }

    /** Whether there is room for so many blocks more. */
    void require(String path, long more) throws IOException {
        long blocks = mounts.blocks(path);
        if (blocks != Long.MAX_VALUE && usage.of(path) + more > blocks) {
            throw new FullException(path);
        }
    }
}
