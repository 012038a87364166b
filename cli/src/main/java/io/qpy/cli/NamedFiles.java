package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.flash.Ignored;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Scripts or documents that a command line names: files, and those of their kind below folders. */
final class NamedFiles extends SimpleFileVisitor<Path> {
    /** What a command reads. */
    enum Kind {
        SCRIPT("script", ".py"),
        DOCUMENT("document", ".md");

        private final String word;
        private final String ending;

        Kind(String word, String ending) {
            this.word = word;
            this.ending = ending;
        }
    }

    private final Kind kind;
    private final Path start;
    private final List<Path> found = new ArrayList<>();

    private NamedFiles(Kind kind, Path start) {
        this.kind = kind;
        this.start = start;
    }

    /**
     * The files, in the order in which they are named; those of a folder sorted.
     *
     * @param folder the working directory of the call, which relative names start from
     * @throws UsageException when a name is of nothing, or a folder has none of the kind
     */
    static List<Path> of(List<Path> named, Path folder, Kind kind) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path each : named) {
            Path there = folder.resolve(each);
            if (Files.isDirectory(there)) {
                all.addAll(below(each, there, kind));
            } else {
                mustBeReadable(each, there);
                all.add(each);
            }
        }
        return all;
    }

    private static void mustBeReadable(Path named, Path there) {
        if (!Files.exists(there)) {
            throw new UsageException(Code.FILE_ARGUMENT, named + " does not exist");
        }
        if (!Files.isRegularFile(there)) {
            throw new UsageException(Code.FILE_ARGUMENT, named + " is a named pipe or a device: name a file");
        }
        if (!Files.isReadable(there)) {
            throw new UsageException(Code.FILE_ARGUMENT, named + " cannot be read: permission denied");
        }
    }

    private static List<Path> below(Path named, Path there, Kind kind) throws IOException {
        Path start = there.toRealPath(); // it may be a link
        NamedFiles files = new NamedFiles(kind, start);
        Files.walkFileTree(start, files);
        if (files.found.isEmpty()) {
            throw new UsageException(
                    Code.FILE_ARGUMENT, "there is no " + kind.word + " (*" + kind.ending + ") in " + named);
        }
        Collections.sort(files.found);
        return files.found.stream()
                .map(file -> named.resolve(start.relativize(file)).normalize())
                .toList();
    }

    /** Leaves out what is not the application's: hidden folders, those of npm and of virtual environments. */
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(start)) {
            return FileVisitResult.CONTINUE; // it is named
        }
        return Ignored.isTools(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && file.toString().endsWith(kind.ending)) {
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
