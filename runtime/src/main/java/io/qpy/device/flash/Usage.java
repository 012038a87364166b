package io.qpy.device.flash;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/** How much of the flash is taken: counted when first asked for, then kept by what is written and removed. */
final class Usage {
    /** Blocks of a file system, as the vendor's sample has it (facts.md 10.5). */
    private static final long BLOCKS = 256;

    private final Flash flash;
    private final Map<String, Long> blocks = new HashMap<>(); // by mount point
    private Notices notices = Notices.discarding();

    Usage(Flash flash) {
        this.flash = flash;
    }

    void tells(Notices listener) {
        notices = listener;
    }

    /** Blocks taken of the file system that a path is in; of all, for the root. */
    long of(String path) throws IOException {
        if (path.equals("/")) {
            return Blocks.FOLDER + of("/usr") + of("/bak");
        }
        String mount = mount(path);
        Long known = blocks.get(mount);
        if (known == null) {
            known = count(mount);
            blocks.put(mount, known);
            if (mount.equals("/usr")) {
                tellWhatIsLeftOut(BLOCKS - known);
            }
        }
        return known;
    }

    private void tellWhatIsLeftOut(long free) throws IOException {
        String leftOut = flash.leftOut(Math.max(0, free));
        if (leftOut != null) {
            notices.sayOnce(
                    Code.LEFT_OUT,
                    "left out of /usr, which has no room for it: " + leftOut
                            + " (not the application's; qpy.toml can name more: [flash] ignore)");
        }
    }

    private long count(String path) throws IOException {
        Path current = flash.current(path);
        if (current == null) {
            return 0;
        }
        long sum = Blocks.of(Files.readAttributes(current, BasicFileAttributes.class));
        if (Files.isDirectory(current)) {
            for (String name : flash.names(path)) {
                sum += count(path + "/" + name);
            }
        }
        return sum;
    }

    /** A file, or a folder with nothing in it, is about to be removed or replaced. */
    void forget(String path) throws IOException {
        change(path, -1);
    }

    /** It is there. */
    void add(String path) throws IOException {
        change(path, 1);
    }

    /** It was renamed. */
    void follow(String from, String to) throws IOException {
        if (!mount(from).equals(mount(to))) {
            blocks.clear();
        }
    }

    private void change(String path, int sign) throws IOException {
        Long known = blocks.get(mount(path));
        Path current = known == null ? null : flash.current(path);
        if (current != null) {
            long its = Blocks.of(Files.readAttributes(current, BasicFileAttributes.class));
            blocks.put(mount(path), known + sign * its);
        }
    }

    private static String mount(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
