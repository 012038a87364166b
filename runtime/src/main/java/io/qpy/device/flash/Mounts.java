package io.qpy.device.flash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file systems of a device, and where they are mounted. The firmware mounts {@code /usr} and {@code /bak}; a script mounts
 * the others, under a name of its own. Each has one folder in the storage, whatever name it is mounted under.
 */
public final class Mounts {
    static final String USR = "/usr";
    static final String SD_CARD = "/sd-card";
    static final String EXTERNAL = "/ext-flash";
    static final String NAND = "/nand-flash";

    private static final List<String> OF_FIRMWARE = List.of(USR, "/bak");
    private static final List<String> ALL = List.of(USR, "/bak", SD_CARD, EXTERNAL, NAND);

    /** Of what is not mounted: there is nothing in it. */
    private static final String NOWHERE = "/.nowhere";

    /** Of littlefs, in bytes. */
    private static final int LONGEST_NAME = 255;

    private volatile Map<String, Medium> mounted = Map.of();

    /** Whether a path of the storage is one of them. */
    static boolean has(String path) {
        return ALL.contains(path);
    }

    /** As {@code /} lists them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        OF_FIRMWARE.forEach(path -> names.add(path.substring(1)));
        mounted.keySet().stream()
                .filter(path -> path.indexOf(0) < 0) // the firmware's own use of one is no folder
                .forEach(path -> names.add(path.substring(1)));
        return List.copyOf(names);
    }

    /** Puts a medium at a path below the root that is free. */
    public void add(String path, Medium medium) {
        Map<String, Medium> more = new TreeMap<>(mounted);
        more.put(path, medium);
        mounted = more;
    }

    /** Takes it away; whether a script had mounted something there. */
    public boolean remove(String path) {
        Map<String, Medium> fewer = new TreeMap<>(mounted);
        boolean was = fewer.remove(path) != null;
        mounted = fewer;
        return was;
    }

    /** Puts back what is mounted now. */
    Runnable snapshot() {
        Map<String, Medium> saved = mounted;
        return () -> mounted = saved;
    }

    void clear() {
        mounted = Map.of();
    }

    /** What a script has mounted at a path, or above it; null for the firmware's file systems. */
    public Medium at(String path) {
        return mounted.get(top(path));
    }

    /** The storage's path for one of a script's. */
    String resolve(String path) throws IOException {
        String top = top(path);
        if (OF_FIRMWARE.contains(top) || path.equals("/")) {
            return path;
        }
        Medium medium = mounted.get(top);
        if (medium == null) {
            return NOWHERE + path;
        }
        if (!medium.isPresent()) {
            throw new IOException("the card was taken out");
        }
        return medium.path() + path.substring(top.length());
    }

    /** How many blocks the medium has in whose folder a path of the storage is; as many as one likes for the module's own. */
    long blocks(String path) {
        return mounted.values().stream()
                .filter(medium -> medium.path().equals(top(path)))
                .mapToLong(Medium::blocks)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static String top(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    static boolean isUsr(String path) {
        return path.equals(USR) || path.startsWith(USR + "/");
    }

    /** A file can be made at paths below a mount point only, with a name that littlefs takes. */
    static void require(String path) throws AccessDeniedException, RefusedPathException {
        if (ALL.stream().noneMatch(mount -> path.startsWith(mount + "/"))) {
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
