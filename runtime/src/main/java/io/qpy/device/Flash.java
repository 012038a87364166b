package io.qpy.device;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The file tree that a script sees: {@code /usr} and {@code /bak}, and nothing else.
 *
 * <p>{@code /usr} is the script's own folder, read only, under what the device has stored. A script that writes, moves
 * or removes a file of its folder changes the device's storage alone. When the person at the PC edits such a file
 * afterwards, or runs a script of another folder, the folder's file is the newer download and wins ({@link Origins}).
 *
 * <p>Paths are absolute and use {@code /}. Failures are {@link java.nio.file.FileSystemException}s.
 */
public final class Flash implements AutoCloseable {
    private static final String USR = "/usr";
    private static final List<String> MOUNTS = List.of(USR, "/bak");

    private final Storage storage;
    private final Path scriptFolder;
    private final Origins origins;
    private final Supply supply = new Supply();

    private Flash(Storage storage, Path scriptFolder) {
        this.storage = storage;
        this.scriptFolder = scriptFolder;
        this.origins = new Origins(storage);
    }

    /** An empty flash that is gone when the device is switched off. */
    public static Flash inMemory() {
        return new Flash(Storage.inMemory(), null);
    }

    /** A flash in memory over a script's folder. */
    public static Flash inMemory(Path scriptFolder) throws IOException {
        return new Flash(Storage.inMemory(), scriptFolder.toRealPath());
    }

    /** A flash that keeps its files in a folder of the PC, made at the first write, over no script's folder. */
    public static Flash stored(Path folder) {
        return new Flash(Storage.in(folder), null);
    }

    /** A flash that keeps its files in a folder of the PC, made at the first write, over a script's folder. */
    public static Flash stored(Path folder, Path scriptFolder) throws IOException {
        return new Flash(Storage.in(folder), scriptFolder.toRealPath());
    }

    /** The power that writing takes. */
    public Supply supply() {
        return supply;
    }

    /** Opens a file as {@link Files#newByteChannel} does. */
    public synchronized SeekableByteChannel open(String path, Set<? extends OpenOption> options) throws IOException {
        if (!options.contains(StandardOpenOption.WRITE) && !options.contains(StandardOpenOption.APPEND)) {
            return Files.newByteChannel(existing(path), options);
        }
        requireMounted(path);
        supply.require();
        Path current = current(path);
        if (current == null
                && !options.contains(StandardOpenOption.CREATE_NEW)
                && !options.contains(StandardOpenOption.CREATE)) {
            throw new NoSuchFileException(path);
        }
        if (current != null && options.contains(StandardOpenOption.CREATE_NEW)) {
            throw new FileAlreadyExistsException(path);
        }
        requireFolder(parent(path));
        Set<OpenOption> there = new HashSet<>(options);
        there.remove(StandardOpenOption.CREATE_NEW);
        there.add(StandardOpenOption.CREATE);
        boolean keepContent = !options.contains(StandardOpenOption.TRUNCATE_EXISTING);
        return storing(() -> Files.newByteChannel(stage(path, current, keepContent), there));
    }

    private interface Storing<T> {
        T run() throws IOException;
    }

    /** Tells a failure of the device's storage on the PC from one of the script's. */
    private <T> T storing(Storing<T> step) throws IOException {
        try {
            return step.run();
        } catch (IOException e) {
            throw new StorageException(storage.root(), e);
        }
    }

    /** The names in a folder, sorted. */
    public synchronized List<String> list(String path) throws IOException {
        if (path.equals("/")) {
            return MOUNTS.stream().map(mount -> mount.substring(1)).toList();
        }
        requireFolder(path);
        Set<String> names = new TreeSet<>();
        addNames(stored(path), names);
        addNames(downloaded(path), names);
        names.removeIf(name -> current(path + "/" + name) == null);
        return List.copyOf(names);
    }

    private static void addNames(Path folder, Set<String> names) throws IOException {
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.map(entry -> entry.getFileName().toString()).forEach(names::add);
            }
        }
    }

    public synchronized BasicFileAttributes attributes(String path) throws IOException {
        return Files.readAttributes(existing(path), BasicFileAttributes.class);
    }

    public synchronized boolean exists(String path) {
        return path.equals("/") || current(path) != null;
    }

    public synchronized void createFolder(String path) throws IOException {
        supply.require();
        requireMounted(path);
        if (current(path) != null) {
            throw new FileAlreadyExistsException(path);
        }
        requireFolder(parent(path));
        storing(() -> {
            Files.createDirectories(storage.forWriting(path));
            origins.record(path, downloaded(path), false);
            return path;
        });
    }

    /** Removes a file or an empty folder. */
    public synchronized void delete(String path) throws IOException {
        supply.require();
        Path current = existing(path);
        if (MOUNTS.contains(path) || path.equals("/")) {
            throw new AccessDeniedException(path);
        }
        if (Files.isDirectory(current) && !list(path).isEmpty()) {
            throw new DirectoryNotEmptyException(path);
        }
        Path stored = stored(path);
        storing(() -> {
            if (stored != null) {
                Files.deleteIfExists(stored);
            }
            origins.record(path, downloaded(path), true);
            return path;
        });
    }

    /** Renames a file, replacing the target, or a folder of the device's own storage. */
    public synchronized void move(String from, String to) throws IOException {
        supply.require();
        Path source = existing(from);
        requireMounted(to);
        requireFolder(parent(to));
        if (Files.isDirectory(source)) {
            moveFolder(from, to);
            return;
        }
        storing(() -> Files.copy(source, stage(to, null, false), StandardCopyOption.REPLACE_EXISTING));
        delete(from);
    }

    private void moveFolder(String from, String to) throws IOException {
        createFolder(to);
        for (String name : list(from)) {
            move(from + "/" + name, to + "/" + name);
        }
        delete(from);
    }

    /** Where a path is stored on this device, made ready to be written: its folders, and its old content if asked. */
    private Path stage(String path, Path current, boolean keepContent) throws IOException {
        Path stored = storage.forWriting(path);
        Files.createDirectories(stored.getParent());
        if (keepContent && current != null && !current.equals(stored)) {
            Files.copy(current, stored, StandardCopyOption.REPLACE_EXISTING);
        }
        origins.record(path, downloaded(path), false);
        return stored;
    }

    private Path existing(String path) throws IOException {
        if (path.equals("/")) {
            throw new AccessDeniedException(path);
        }
        Path current = current(path);
        if (current == null) {
            throw new NoSuchFileException(path);
        }
        return current;
    }

    /** The file or folder that this path names now, or null. */
    private Path current(String path) {
        Path stored = stored(path);
        Path downloaded = downloaded(path);
        if (downloaded == null) {
            return stored != null ? stored : mountPoint(path);
        }
        return switch (origins.verdict(path, downloaded)) {
            case REMOVED -> null;
            case STORED -> stored != null ? stored : downloaded;
            case DOWNLOADED -> downloaded;
        };
    }

    /** A mount point is there before anything has been written to it. */
    private Path mountPoint(String path) {
        return MOUNTS.contains(path) ? storage.emptyFolder() : null;
    }

    private Path stored(String path) {
        Path stored = storage.forReading(path);
        return stored != null && Files.exists(stored) ? stored : null;
    }

    /** The path in the script's folder, or null; a link that leads out of that folder is not there. */
    private Path downloaded(String path) {
        if (scriptFolder == null || !(path.equals(USR) || path.startsWith(USR + "/"))) {
            return null;
        }
        try {
            Path real = scriptFolder
                    .resolve("." + path.substring(USR.length()))
                    .normalize()
                    .toRealPath();
            return real.startsWith(scriptFolder) ? real : null;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return null;
        }
    }

    private void requireFolder(String path) throws IOException {
        Path folder = path.equals("/") ? null : existing(path);
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(path);
        }
    }

    private static void requireMounted(String path) throws IOException {
        if (MOUNTS.stream().noneMatch(mount -> path.startsWith(mount + "/"))) {
            throw new AccessDeniedException(path);
        }
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    @Override
    public void close() {
        storage.close();
    }
}
