package io.qpy.device.flash;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The file tree that a script sees: {@code /usr} and {@code /bak}, and what it mounts.
 *
 * <p>{@code /usr} is the script's own folder, read only, under what the device has stored. A script that writes, moves
 * or removes a file of its folder changes the device's storage alone. When the person at the PC edits such a file
 * afterwards, or runs a script of another folder, the folder's file is the newer download and wins ({@link Origins}).
 *
 * <p>Every change is one atomic step, as on littlefs: a process that is killed leaves what was there or what was to be.
 * A PC that loses its power may lose the last changes, as the PC's system is not made to write them at once: that would take
 * milliseconds for each.
 *
 * <p>Paths are absolute and use {@code /}. Failures are {@link java.nio.file.FileSystemException}s.
 */
public final class Flash implements Part {
    private final Storage storage;
    private final ScriptFolder scriptFolder;
    private final Origins origins;
    private final Layers layers;
    private final Mounts mounts = new Mounts();
    private final Supply supply = new Supply();
    private final Usage usage = new Usage(this);
    private final Room room = new Room(mounts, usage, this);
    private final List<OpenFile> written = new ArrayList<>(); // that are open

    private Flash(Storage storage, Path scriptFolder, Ignored ignored) throws IOException {
        this.storage = storage;
        this.scriptFolder = scriptFolder == null ? null : new ScriptFolder(scriptFolder.toRealPath(), ignored);
        this.origins = new Origins(storage);
        this.layers = new Layers(storage, this.scriptFolder, origins);
    }

    /** An empty flash that is gone when the device is switched off. */
    public static Flash inMemory() {
        return alone(Storage.inMemory());
    }

    /** A flash in memory over a script's folder. */
    public static Flash inMemory(Path scriptFolder) throws IOException {
        return inMemory(scriptFolder, Ignored.USUAL);
    }

    /** A flash in memory over a script's folder, without what is not the application's. */
    public static Flash inMemory(Path scriptFolder, Ignored ignored) throws IOException {
        return new Flash(Storage.inMemory(), scriptFolder, ignored);
    }

    /** A flash that keeps its files in a folder of the PC, made at the first write, over no script's folder. */
    public static Flash stored(Path folder) {
        return alone(Storage.in(folder));
    }

    /** A flash that keeps its files in a folder of the PC, made at the first write, over a script's folder. */
    public static Flash stored(Path folder, Path scriptFolder) throws IOException {
        return stored(folder, scriptFolder, Ignored.USUAL);
    }

    /** A flash that keeps its files in a folder of the PC, over a script's folder, without what is not the application's. */
    public static Flash stored(Path folder, Path scriptFolder, Ignored ignored) throws IOException {
        return new Flash(Storage.in(folder), scriptFolder, ignored);
    }

    private static Flash alone(Storage storage) {
        try {
            return new Flash(storage, null, Ignored.USUAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who is told what of the script's folder is left out. */
    public void tells(Notices notices) {
        usage.tells(notices);
        if (scriptFolder != null) {
            scriptFolder.tells(line -> notices.sayOnce(Code.LEFT_OUT, line));
        }
    }

    /** Of what a test does to it: the power is there again; and what it has mounted is mounted no longer. */
    @Override
    public Runnable snapshot() {
        Runnable undo = mounts.snapshot();
        return () -> {
            supply.restore();
            undo.run();
        };
    }

    /** What a script has mounted is gone with its interpreter. */
    @Override
    public void reset() {
        mounts.clear();
    }

    @Override
    public void restart() {
        reset();
    }

    /** What a script mounts. */
    public Mounts mounts() {
        return mounts;
    }

    /** The power that writing takes. */
    public Supply supply() {
        return supply;
    }

    Room room() {
        return room;
    }

    /** Opens a file as {@link Files#newByteChannel} does, but that what is written counts from its commit on. */
    public synchronized OpenFile open(String named, Set<? extends OpenOption> options) throws IOException {
        String path = mounts.resolve(named);
        if (!options.contains(StandardOpenOption.WRITE) && !options.contains(StandardOpenOption.APPEND)) {
            return reading(path);
        }
        Mounts.require(path);
        supply.require();
        Path current = current(path);
        if (current == null && !isMade(options)) {
            throw new NoSuchFileException(path);
        }
        if (current != null && options.contains(StandardOpenOption.CREATE_NEW)) {
            throw new FileAlreadyExistsException(path);
        }
        requireFolder(Mounts.parent(path));
        requireFile(path, current);
        boolean empty = current == null || options.contains(StandardOpenOption.TRUNCATE_EXISTING);
        if (current == null) {
            room.require(path, 1);
        }
        OpenFile file = storing(() -> new OpenFile(this, path, empty ? null : current, options));
        written.add(file);
        if (current == null) {
            storing(() -> publish(file));
        }
        return file;
    }

    private OpenFile reading(String path) throws IOException {
        Path current = existing(path);
        requireFile(path, current);
        return new OpenFile(this, path, current, Set.of(StandardOpenOption.READ));
    }

    private static void requireFile(String path, Path current) throws IOException {
        if (current != null && Files.isDirectory(current)) {
            throw new IsFolderException(path);
        }
    }

    private static boolean isMade(Set<? extends OpenOption> options) {
        return options.contains(StandardOpenOption.CREATE_NEW) || options.contains(StandardOpenOption.CREATE);
    }

    interface Storing<T> {
        T run() throws IOException;
    }

    /** Tells a failure of the device's storage on the PC from one of the script's. */
    <T> T storing(Storing<T> step) throws IOException {
        try {
            return step.run();
        } catch (IOException e) {
            throw new StorageException(storage.root(), e);
        }
    }

    /** Where the storage keeps what has a path, also one that is none of the device's; its folder may be missing. */
    Path place(String path) throws IOException {
        return storage.forWriting(path);
    }

    Path newStage() throws IOException {
        return storage.stage();
    }

    /** Puts the content of an open file in the place of the old. */
    void commit(OpenFile file) throws IOException {
        supply.change();
        room.require(file, file.size());
        storing(() -> publish(file));
    }

    private Path publish(OpenFile file) throws IOException {
        String path = file.path();
        usage.forget(path);
        Path stored = storage.forWriting(path);
        Files.createDirectories(stored.getParent());
        uncover(path, stored);
        Storage.replace(file.staged(), stored);
        file.committed();
        usage.add(path);
        return stored;
    }

    /** Makes the device's word count for a path before it is said: what the path names stays the same. */
    private void uncover(String path, Path stored) throws IOException {
        Path downloaded = downloaded(path);
        if (downloaded == null) {
            origins.record(path, null, false);
        } else if (origins.verdict(path, downloaded) == Origins.Verdict.DOWNLOADED) {
            Files.deleteIfExists(stored);
            origins.record(path, downloaded, false);
        }
    }

    void forget(OpenFile file) {
        written.remove(file);
    }

    /** The names in a folder, sorted. */
    public synchronized List<String> list(String path) throws IOException {
        return path.equals("/") ? mounts.names() : names(mounts.resolve(path));
    }

    List<String> names(String path) throws IOException {
        existing(path);
        return layers.names(path);
    }

    public synchronized BasicFileAttributes attributes(String path) throws IOException {
        return Files.readAttributes(existing(mounts.resolve(path)), BasicFileAttributes.class);
    }

    public synchronized boolean exists(String path) {
        try {
            return path.equals("/") || current(mounts.resolve(path)) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** How many blocks of 4096 bytes are taken of the file system that a path is in. */
    public synchronized long blocksUsed(String path) throws IOException {
        return usage.of(path.equals("/") ? path : mounts.resolve(path));
    }

    /** Names what is left out of the script's folder, if it holds more than so many blocks; else null. */
    String leftOut(long blocks) throws IOException {
        return scriptFolder == null ? null : scriptFolder.tooLarge(blocks);
    }

    public synchronized void createFolder(String named) throws IOException {
        String path = mounts.resolve(named);
        supply.require();
        Mounts.require(path);
        if (current(path) != null) {
            throw new FileAlreadyExistsException(path);
        }
        requireFolder(Mounts.parent(path));
        room.require(path, Blocks.FOLDER);
        supply.change();
        storing(() -> {
            Files.createDirectories(storage.forWriting(path));
            return path;
        });
        usage.add(path);
    }

    /** Removes a file or an empty folder. */
    public synchronized void delete(String named) throws IOException {
        String path = mounts.resolve(named);
        supply.require();
        Path current = existing(path);
        if (Mounts.has(path) || path.equals("/")) {
            throw new AccessDeniedException(path);
        }
        if (Files.isDirectory(current) && !names(path).isEmpty()) {
            throw new DirectoryNotEmptyException(path);
        }
        supply.change();
        usage.forget(path);
        storing(() -> {
            Path stored = stored(path);
            Path downloaded = downloaded(path);
            if (stored != null && downloaded != null && !current.equals(stored)) {
                Files.delete(stored);
            }
            origins.record(path, downloaded, true);
            if (stored != null) {
                Files.deleteIfExists(stored);
            }
            return path;
        });
        follow(path, null);
    }

    /** Renames a file or folder, replacing a file or an empty folder; both are checked before anything is changed. */
    public synchronized void move(String source, String target) throws IOException {
        move(mounts.resolve(source), mounts.resolve(target), mounts.at(source) == mounts.at(target));
    }

    private void move(String from, String to, boolean inOne) throws IOException {
        supply.require();
        Path source = existing(from);
        Mounts.require(to);
        if (Mounts.has(from)) {
            throw new AccessDeniedException(from);
        }
        requireFolder(Mounts.parent(to));
        if (!inOne) {
            throw new OtherMediumException(from);
        }
        if (from.equals(to)) {
            return;
        }
        if (to.startsWith(from + "/")) {
            throw new RefusedPathException(from);
        }
        Renaming renaming = new Renaming(this, storage, origins);
        renaming.requireReplaceable(source, to);
        supply.change();
        usage.forget(to);
        storing(() -> renaming.run(from, to));
        usage.follow(from, to);
        follow(to, null);
        follow(from, to);
    }

    /** Files that are written follow a file or folder to its new name; without one they are never committed. */
    private void follow(String from, String to) {
        for (OpenFile file : written) {
            String path = file.path();
            if (path != null && (path.equals(from) || path.startsWith(from + "/"))) {
                file.follow(to == null ? null : to + path.substring(from.length()));
            }
        }
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

    /** {@link Layers#current}. */
    Path current(String path) {
        return layers.current(path);
    }

    Path stored(String path) {
        return layers.stored(path);
    }

    /** The path in the script's folder, or null. */
    Path downloaded(String path) {
        return layers.downloaded(path);
    }

    private void requireFolder(String path) throws IOException {
        Path folder = path.equals("/") ? null : existing(path);
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(path);
        }
    }

    /** Closes it; what was not committed is lost. */
    @Override
    public synchronized void close() {
        try {
            for (OpenFile file : List.copyOf(written)) {
                file.discard();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        storage.close();
    }
}
