package io.qpy.pymodules.hardware;

import io.qpy.device.Device;
import io.qpy.device.flash.Flash;
import io.qpy.device.flash.Media;
import io.qpy.device.flash.Medium;
import io.qpy.device.flash.OpenFile;
import io.qpy.module.Exposed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code machine.NANDFLASH} does: files by numbers, on a medium of their own. What fails is -1. Paths begin with a slash. */
final class NandHost {
    /** Where it is mounted: no script can name it. */
    private static final String ROOT = "/\0nand";

    private static final int BLOCK_BYTES = 4096;
    private static final int MOST_READ = 1 << 20;

    private static final Map<String, Set<? extends OpenOption>> MODES = Map.of(
            "r", Set.of(StandardOpenOption.READ),
            "r+", Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE),
            "w", Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
            "w+",
                    Set.of(
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING),
            "a", Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            "a+",
                    Set.of(
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND));

    private final Flash flash;
    private final Medium medium;
    private final Map<Integer, OpenFile> files = new HashMap<>();
    private int last;
    private volatile String folder = "/";

    NandHost(Device device) {
        flash = device.flash();
        medium = device.part(Media.class, each -> new Media()).nand();
        if (medium != null) {
            flash.mounts().add(ROOT, medium);
        }
    }

    private interface Step {
        long run() throws IOException;
    }

    private static long attempt(Step step) {
        try {
            return step.run();
        } catch (IOException e) {
            return -1;
        }
    }

    private static String place(String path) {
        return path.equals("/") ? ROOT : ROOT + path;
    }

    /** Whether one is connected. */
    @Exposed
    boolean isThere() {
        return medium != null;
    }

    /** The current folder. */
    @Exposed
    String folder() {
        return folder;
    }

    /** Makes another folder the current one. */
    @Exposed
    long enter(String path) {
        return attempt(() -> {
            if (!flash.attributes(place(path)).isDirectory()) {
                return -1;
            }
            folder = path;
            return 0;
        });
    }

    /** The number of an open file. */
    @Exposed
    synchronized long open(String path, String mode) {
        Set<? extends OpenOption> options = MODES.get(mode.replace("b", ""));
        return options == null
                ? -1
                : attempt(() -> {
                    files.put(last + 1, flash.open(place(path), options));
                    last++;
                    return last;
                });
    }

    private synchronized OpenFile file(int number) throws IOException {
        OpenFile file = files.get(number);
        if (file == null) {
            throw new IOException("no file is open as " + number);
        }
        return file;
    }

    @Exposed
    long close(int number) {
        return attempt(() -> {
            OpenFile file = file(number);
            synchronized (this) {
                files.remove(number);
            }
            file.close();
            return 0;
        });
    }

    /** At most so many bytes; None where it fails. */
    @Exposed
    byte[] read(int number, int most) {
        ByteBuffer target = ByteBuffer.allocate(Math.min(most, MOST_READ));
        long count = attempt(() -> readable(number) ? Math.max(0, file(number).read(target)) : -1);
        return count < 0 ? null : Arrays.copyOf(target.array(), (int) count);
    }

    private boolean readable(int number) throws IOException {
        return file(number).isReadable();
    }

    @Exposed
    long write(int number, byte[] bytes) {
        return attempt(() -> file(number).isWritable() ? file(number).write(ByteBuffer.wrap(bytes)) : -1);
    }

    /** From the begin, the place, or the end: 0, 1 or 2. */
    @Exposed
    long seek(int number, long offset, int whence) {
        return attempt(() -> {
            OpenFile file = file(number);
            long base = whence == 0 ? 0 : whence == 1 ? file.position() : file.size();
            if (base + offset < 0) {
                return -1;
            }
            file.position(base + offset);
            return 0;
        });
    }

    /** Files and folders are removed by calls of their own. */
    @Exposed
    long remove(String path, boolean isFolder) {
        return attempt(() -> {
            if (flash.attributes(place(path)).isDirectory() != isFolder) {
                return -1;
            }
            flash.delete(place(path));
            return 0;
        });
    }

    @Exposed
    long rename(String from, String to) {
        return attempt(() -> {
            flash.move(place(from), place(to));
            return 0;
        });
    }

    @Exposed
    long makeFolder(String path) {
        return attempt(() -> {
            flash.createFolder(place(path));
            return 0;
        });
    }

    /** Of a file, in bytes. */
    @Exposed
    long size(String path) {
        return attempt(() -> {
            var attributes = flash.attributes(place(path));
            return attributes.isDirectory() ? -1 : attributes.size();
        });
    }

    @Exposed
    boolean exists(String path) {
        return flash.exists(place(path));
    }

    /** The names in a folder; None for what is no folder. */
    @Exposed
    List<String> list(String path) {
        try {
            return flash.list(place(path));
        } catch (IOException e) {
            return null;
        }
    }

    /** In bytes. */
    @Exposed
    long free() {
        return attempt(() -> Math.max(0, medium.blocks() - flash.blocksUsed(ROOT)) * BLOCK_BYTES);
    }

    /** Empties it; what is open is closed. */
    @Exposed
    synchronized long format() {
        return attempt(() -> {
            for (OpenFile file : files.values()) {
                file.close();
            }
            files.clear();
            folder = "/";
            empty(ROOT);
            return 0;
        });
    }

    private void empty(String folder) throws IOException {
        for (String name : flash.list(folder)) {
            String path = folder + "/" + name;
            if (flash.attributes(path).isDirectory()) {
                empty(path);
            }
            flash.delete(path);
        }
    }

    /** Commits what is open. */
    @Exposed
    synchronized long sync() {
        return attempt(() -> {
            for (OpenFile file : files.values()) {
                file.flush();
            }
            return 0;
        });
    }
}
