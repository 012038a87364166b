package io.qpy.device.flash;

import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.List;

/** The file systems that the firmware mounts, and the paths below them. */
final class Mounts {
    static final String USR = "/usr";

    private static final List<String> PATHS = List.of(USR, "/bak");

    /** Of littlefs, in bytes. */
    private static final int LONGEST_NAME = 255;

    private Mounts() {}

    /** Whether a path is one of them. */
    static boolean has(String path) {
        return PATHS.contains(path);
    }

    /** As {@code /} lists them. */
    static List<String> names() {
        return PATHS.stream().map(mount -> mount.substring(1)).toList();
    }

    static boolean isUsr(String path) {
        return path.equals(USR) || path.startsWith(USR + "/");
    }

    /** A file can be made at paths below a mount point only, with a name that littlefs takes. */
    static void require(String path) throws AccessDeniedException, RefusedPathException {
        if (PATHS.stream().noneMatch(mount -> path.startsWith(mount + "/"))) {
            throw new AccessDeniedException(path);
        }
        if (path.substring(path.lastIndexOf('/') + 1).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new RefusedPathException(path);
        }
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
