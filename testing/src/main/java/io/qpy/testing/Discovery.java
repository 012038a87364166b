package io.qpy.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds test files. */
public final class Discovery {
    private final Map<Path, TestFile> found = new LinkedHashMap<>();

    private Discovery() {}

    /**
     * The test files that arguments name: files, {@code file::test}, and folders with everything below them, in the order
     * of their names.
     *
     * @throws TestPathException when one names nothing
     */
    public static List<TestFile> find(List<String> arguments) throws IOException {
        Discovery discovery = new Discovery();
        for (String argument : arguments) {
            int colons = argument.indexOf("::");
            Path path = Path.of(colons < 0 ? argument : argument.substring(0, colons))
                    .normalize();
            discovery.add(path, colons < 0 ? List.of() : List.of(argument.substring(colons + 2)));
        }
        return List.copyOf(discovery.found.values());
    }

    private void add(Path path, List<String> names) throws IOException {
        if (Files.isDirectory(path) && names.isEmpty()) {
            addFolder(path);
        } else if (!Files.isRegularFile(path)) {
            throw new TestPathException(path + (Files.exists(path) ? " is no file" : " does not exist"));
        } else {
            add(TestFile.of(path, names));
        }
    }

    private void add(TestFile file) {
        found.merge(file.path().toAbsolutePath(), file, Discovery::union);
    }

    private static TestFile union(TestFile one, TestFile other) {
        boolean all = one.names().isEmpty() || other.names().isEmpty();
        List<String> names = new ArrayList<>(one.names());
        names.addAll(other.names());
        return TestFile.of(one.path(), all ? List.of() : names);
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> scripts = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                boolean passedOver = !each.equals(folder) && isHidden(each);
                return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                if (TestFile.isTest(each)) {
                    scripts.add(each);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        scripts.stream().sorted().map(each -> TestFile.of(each, List.of())).forEach(this::add);
    }

    /** Whether nothing in a folder is looked at. */
    static boolean isHidden(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(".") || name.equals("__pycache__");
    }
}
