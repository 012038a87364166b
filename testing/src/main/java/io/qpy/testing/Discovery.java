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
     * The test files that paths name: files, and folders with everything below them, in the order of their names.
     *
     * @throws TestPathException when a path names neither
     */
    public static List<TestFile> find(List<Path> paths) throws IOException {
        Discovery discovery = new Discovery();
        for (Path path : paths) {
            discovery.add(path);
        }
        return List.copyOf(discovery.found.values());
    }

    private void add(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (!Files.exists(path)) {
            throw new TestPathException(path + " does not exist");
        } else if (!TestFile.hasExpectation(path)) {
            throw new TestPathException(path + " is no test: " + TestFile.expectation(path) + " does not exist");
        } else {
            add(new TestFile(path, TestFile.Kind.OUTPUT));
        }
    }

    private void add(TestFile file) {
        found.putIfAbsent(file.path().toAbsolutePath().normalize(), file);
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
                if (each.toString().endsWith(".py") && TestFile.hasExpectation(each)) {
                    scripts.add(each);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        scripts.stream()
                .sorted()
                .map(each -> new TestFile(each, TestFile.Kind.OUTPUT))
                .forEach(this::add);
    }

    private static boolean isHidden(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(".") || name.equals("__pycache__");
    }
}
