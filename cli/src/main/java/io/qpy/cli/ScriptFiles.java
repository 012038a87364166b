package io.qpy.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Scripts that a command line names: files, and the {@code .py} files below folders. */
final class ScriptFiles extends SimpleFileVisitor<Path> {
    private final List<Path> found = new ArrayList<>();

    private ScriptFiles() {}

    /**
     * The scripts, in the order in which they are named; those of a folder sorted.
     *
     * @param folder the working directory of the call, which relative names start from
     * @throws UsageException when a name is of nothing, or a folder has no script
     */
    static List<Path> of(List<Path> named, Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path each : named) {
            Path there = folder.resolve(each);
            if (Files.isDirectory(there)) {
                all.addAll(below(each, there));
            } else {
                mustBeReadable(each, there);
                all.add(each);
            }
        }
        return all;
    }

    private static void mustBeReadable(Path named, Path there) {
        if (!Files.exists(there)) {
            throw new UsageException(named + " does not exist");
        }
        if (!Files.isRegularFile(there)) {
            throw new UsageException(named + " is a named pipe or a device: name a file");
        }
        if (!Files.isReadable(there)) {
            throw new UsageException(named + " cannot be read: permission denied");
        }
    }

    private static List<Path> below(Path named, Path there) throws IOException {
        ScriptFiles files = new ScriptFiles();
        Files.walkFileTree(there, files);
        if (files.found.isEmpty()) {
            throw new UsageException("there is no script (*.py) in " + named);
        }
        Collections.sort(files.found);
        return files.found.stream()
                .map(file -> named.resolve(there.relativize(file)).normalize())
                .toList();
    }

    /** Leaves out what is not the application's: hidden folders, those of npm and of virtual environments. */
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        Path name = folder.getFileName();
        boolean hidden = name != null && name.toString().matches("\\.[^.].*|node_modules|__pycache__");
        return hidden || Files.exists(folder.resolve("pyvenv.cfg"))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && file.toString().endsWith(".py")) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** Leaves out a folder that cannot be read. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
