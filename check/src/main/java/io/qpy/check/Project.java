package io.qpy.check;

import io.qpy.device.flash.Ignored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the scripts below a folder say to each other: which modules they are, which they import, where they have them looked for. */
final class Project {
    /** How many files are looked at. */
    private static final int MOST_FILES = 5000;

    private static final int MOST_FOLDERS_DEEP = 12;
    private static final int MOST_BYTES = 512 * 1024;
    private static final Pattern IMPORT =
            Pattern.compile("^[ \\t]*(?:from[ \\t]+\\S+[ \\t]+)?import[ \\t]+[^\\n]*", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final List<String> modules = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();
    private final Map<Path, SearchPaths> searchPaths = new HashMap<>(); // by the folder of the scripts

    /** Looks at the scripts below a folder. */
    Project(Path root) {
        try {
            Files.walkFileTree(
                    root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), MOST_FOLDERS_DEEP, new Visitor(root));
        } catch (IOException e) {
            // What cannot be read is as if it were not there.
        }
    }

    /** Returns whether a module lies in some folder; the name may have dots. */
    boolean hasModule(String name) {
        String end = "/" + name.replace('.', '/');
        return modules.stream().anyMatch(each -> each.endsWith(end) || each.endsWith(end + "/__init__"));
    }

    /** Returns whether some script imports a module, or something, of that name. */
    boolean isImported(String name) {
        return imported.contains(name);
    }

    /** Returns where the scripts of a folder, of those above it and of those below have modules looked for. */
    SearchPaths searchPaths(Path folder) {
        return searchPaths.entrySet().stream()
                .filter(each ->
                        folder.startsWith(each.getKey()) || each.getKey().startsWith(folder))
                .map(Map.Entry::getValue)
                .reduce(SearchPaths.NONE, SearchPaths::and);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private int files;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped = !folder.equals(root) && Ignored.isTools(folder);
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = "/" + root.relativize(file).toString().replace('\\', '/');
            if (attributes.isRegularFile() && name.matches(".*\\.m?py")) {
                modules.add(name.substring(0, name.lastIndexOf('.')));
                if (attributes.size() <= MOST_BYTES && name.endsWith(".py")) {
                    read(file.getParent(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
            return ++files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        private void read(Path folder, String source) {
            searchPaths.merge(folder, SearchPaths.of(source), SearchPaths::and);
            for (Matcher statement = IMPORT.matcher(source); statement.find(); ) {
                NAME.matcher(statement.group()).results().forEach(name -> imported.add(name.group()));
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
