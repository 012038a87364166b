package io.qpy.device.flash;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lies in a script's folder and is not the application's: folders whose names begin with a dot, {@code node_modules},
 * {@code __pycache__}, Python's virtual environments, and what {@code [flash] ignore} of {@code qpy.toml} lists.
 */
public final class Ignored {
    /** Without a list of the user's. */
    public static final Ignored USUAL = of(List.of());

    private static final Set<String> TOOLS = Set.of("node_modules", "__pycache__");

    private final List<PathMatcher> patterns;

    private Ignored(List<PathMatcher> patterns) {
        this.patterns = patterns;
    }

    /**
     * Adds paths relative to the script's folder; {@code *} stands for any part of a name, {@code **} for several folders. A
     * pattern without a slash names a file or a folder anywhere.
     *
     * @throws IllegalArgumentException when one is no pattern
     */
    public static Ignored of(List<String> patterns) {
        return new Ignored(patterns.stream().flatMap(Ignored::matchers).toList());
    }

    private static Stream<PathMatcher> matchers(String pattern) {
        String bare = pattern.replaceAll("^(\\./|/)|/+$", "");
        Stream<String> globs = bare.contains("/") ? Stream.of(bare) : Stream.of(bare, "**/" + bare);
        return globs.map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob));
    }

    /** Whether a folder is a tool's, by its name or as a virtual environment. */
    public static boolean isTools(Path folder) {
        String name = String.valueOf(folder.getFileName());
        boolean hidden = name.startsWith(".") && !name.equals(".") && !name.equals("..");
        return hidden || TOOLS.contains(name) || Files.exists(folder.resolve("pyvenv.cfg"));
    }

    /** Whether a path of the folder, or a folder that it is in, is left out. */
    public boolean matches(Path root, Path relative) {
        for (int parts = 1; parts <= relative.getNameCount(); parts++) {
            if (isLeftOut(root, relative.subpath(0, parts))) {
                return true;
            }
        }
        return false;
    }

    private boolean isLeftOut(Path root, Path relative) {
        String name = relative.getFileName().toString();
        if (name.isEmpty()) {
            return false;
        }
        Path there = root.resolve(relative);
        return (Files.isDirectory(there) && isTools(there))
                || patterns.stream().anyMatch(pattern -> pattern.matches(relative));
    }
}
