package io.qpy.cli;

import io.qpy.device.flash.Ignored;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a run as they are at one moment: the application's in the script's folder, and {@code qpy.toml}. */
final class FolderState {
    private static final String CONFIGURATION = "qpy.toml";

    private final Path root;
    private final Ignored ignored;
    private final Map<Path, String> files = new TreeMap<>();
    private final Set<Path> folders = new TreeSet<>();

    private FolderState(Path root, Ignored ignored) {
        this.root = root;
        this.ignored = ignored;
    }

    static FolderState of(Path root, Ignored ignored) throws IOException {
        FolderState state = new FolderState(root, ignored);
        Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, state.new Visitor());
        for (Path at = root.getParent(); at != null; at = at.getParent()) {
            state.addConfiguration(at);
        }
        return state;
    }

    private void addConfiguration(Path folder) {
        Path file = folder.resolve(CONFIGURATION);
        try {
            files.put(file, text(Files.readAttributes(file, BasicFileAttributes.class)));
            folders.add(folder);
        } catch (IOException e) {
            // None is there.
        }
    }

    private static String text(BasicFileAttributes file) {
        return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey();
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            if (!each.equals(root) && ignored.matches(root, root.relativize(each))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(each);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isEditors(each) && !ignored.matches(root, root.relativize(each))) {
                files.put(each, text(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path each, IOException e) {
            return FileVisitResult.CONTINUE; // it has gone meanwhile, or is a link that leads nowhere or back
        }

        @Override
        public FileVisitResult postVisitDirectory(Path each, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    /** Whether an editor has written it beside a file: {@code .main.py.swp}, {@code main.py~}, {@code #main.py#}. */
    private static boolean isEditors(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.startsWith("#") || name.endsWith("~");
    }

    /** How many files. */
    int count() {
        return files.size();
    }

    /** The folders in which something may change. */
    Set<Path> folders() {
        return folders;
    }

    /** Compares with an earlier state: which files are new, changed or gone. */
    FolderChanges since(FolderState before) {
        FolderChanges changes = new FolderChanges(root);
        files.forEach((file, state) -> {
            String old = before.files.get(file);
            if (old == null) {
                changes.add(file, FolderChanges.Kind.NEW);
            } else if (!old.equals(state)) {
                changes.add(file, FolderChanges.Kind.CHANGED);
            }
        });
        before.files.keySet().stream()
                .filter(file -> !files.containsKey(file))
                .forEach(file -> changes.add(file, FolderChanges.Kind.GONE));
        return changes;
    }
}
