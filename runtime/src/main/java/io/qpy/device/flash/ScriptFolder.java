package io.qpy.device.flash;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The script's folder of the PC, as the device has it: its files and folders, without those that are not the application's
 * ({@link Ignored}), without named pipes, devices and sockets, and without links that leave the folder or lead back.
 */
final class ScriptFolder {
    /** A link to there is that of a serial port: {@code uart2 = "pty:meter.tty"}. */
    private static final Path PORTS = Path.of("/dev/pts");

    private final Path root;
    private final Ignored ignored;
    private Consumer<String> person = line -> {};

    ScriptFolder(Path root, Ignored ignored) {
        this.root = root;
        this.ignored = ignored;
    }

    /** Who is told, once a line, of what is left out. */
    void tells(Consumer<String> listener) {
        person = listener;
    }

    /** The file or folder at a path below {@code /usr}, {@code ""} for {@code /usr} itself; null when there is none. */
    Path find(String below) {
        try {
            Path named = root.resolve("." + below).normalize();
            Path real = named.toRealPath();
            if (!real.startsWith(root) || ignored.matches(root, root.relativize(named))) {
                return explain(named, real);
            }
            BasicFileAttributes file = Files.readAttributes(real, BasicFileAttributes.class);
            if (file.isOther()) {
                tell(named, "it is a named pipe, a device or a socket");
                return null;
            }
            return real.equals(named) || !goesRound(root.relativize(named)) ? real : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    private Path explain(Path named, Path real) {
        if (!real.startsWith(root) && !real.startsWith(PORTS)) {
            tell(named, "its link leads out of the script's folder");
        }
        return null;
    }

    private void tell(Path file, String reason) {
        person.accept(file + " is left out of /usr: " + reason);
    }

    /** Whether links on the way lead to a folder that the way has come through. */
    private boolean goesRound(Path relative) throws IOException {
        Set<Path> seen = new HashSet<>(Set.of(root));
        Path at = root;
        for (Path part : relative) {
            at = at.resolve(part);
            Path real = at.toRealPath();
            if (Files.isDirectory(real) && (!seen.add(real) || seen.stream().anyMatch(each -> isBelow(each, real)))) {
                tell(at, "its link leads back to a folder that it is in");
                return true;
            }
        }
        return false;
    }

    private static boolean isBelow(Path path, Path folder) {
        return !path.equals(folder) && path.startsWith(folder);
    }

    /** The names in a folder that {@link #find} has given; some of them may be left out. */
    static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        return names;
    }

    /** Names the folders that are left out, if they hold more than so many blocks; else null. */
    String tooLarge(long blocks) throws IOException {
        List<String> names = new ArrayList<>();
        long left = blocks;
        for (String name : names(root)) {
            Path folder = root.resolve(name);
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && ignored.matches(root, Path.of(name))) {
                names.add(name);
                left = Blocks.subtract(folder, left);
            }
        }
        return left >= 0 ? null : String.join(", ", names.stream().sorted().toList());
    }
}
