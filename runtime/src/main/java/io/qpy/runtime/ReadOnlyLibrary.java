package io.qpy.runtime;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The device's files with GraalPy's own library beside them. The library can be read and never changed: {@link
 * FileSystem#allowInternalResourceAccess} forwards each operation below the library's folder to the PC, changes too. So
 * only reads go there; the device's file system gets all else, and has no such folder.
 */
final class ReadOnlyLibrary implements FileSystem {
    private static final Set<StandardOpenOption> READING = Set.of(StandardOpenOption.READ, StandardOpenOption.SPARSE);

    /** Where a script sees GraalPy's library: where it lies on the PC, and whose user's folder that is, is none of its business. */
    static final String SHOWN = "/graalpy";

    private final FileSystem device;
    private final FileSystem both;
    private volatile Path library;

    ReadOnlyLibrary(FileSystem device) {
        this.device = device;
        both = FileSystem.allowInternalResourceAccess(device);
    }

    /** From now on the library is in the folder {@link #SHOWN}. */
    void show(Path folder) {
        library = folder;
    }

    /** The path on the PC of one below {@link #SHOWN}; any other path as it is. */
    private Path real(Path path) {
        Path absolute = both.toAbsolutePath(path).normalize();
        Path shown = both.toAbsolutePath(Path.of(SHOWN));
        return library != null && absolute.startsWith(shown) ? library.resolve(shown.relativize(absolute)) : path;
    }

    @Override
    public Path parsePath(URI uri) {
        return both.parsePath(uri);
    }

    @Override
    public Path parsePath(String path) {
        return both.parsePath(path);
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return both.toAbsolutePath(path);
    }

    @Override
    public void setCurrentWorkingDirectory(Path folder) {
        both.setCurrentWorkingDirectory(folder);
    }

    @Override
    public String getSeparator() {
        return both.getSeparator();
    }

    @Override
    public String getPathSeparator() {
        return both.getPathSeparator();
    }

    // Reads.

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        if (modes.contains(AccessMode.WRITE)) {
            device.checkAccess(path, modes, options);
        } else {
            both.checkAccess(real(path), modes, options);
        }
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        Path real = real(path);
        return real == path
                ? both.toRealPath(path, options)
                : both.toAbsolutePath(path).normalize();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        Path real = real(folder);
        if (real == folder) {
            return both.newDirectoryStream(folder, filter);
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> there = both.newDirectoryStream(real, entry -> true)) {
            there.forEach(entry -> entries.add(folder.resolve(entry.getFileName())));
        }
        return FlashFileSystem.stream(entries);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return both.readAttributes(real(path), attributes, options);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return READING.containsAll(options)
                ? both.newByteChannel(real(path), options, attributes)
                : device.newByteChannel(path, options, attributes);
    }

    // Changes. Of links, owners, modes and times the device's file system knows none; FileSystem itself refuses those.

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        device.createDirectory(folder, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        device.delete(path);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        device.move(source, target, options);
    }
}
