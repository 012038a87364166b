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

    private final FileSystem device;
    private final FileSystem both;

    ReadOnlyLibrary(FileSystem device) {
        this.device = device;
        both = FileSystem.allowInternalResourceAccess(device);
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
        reading(!modes.contains(AccessMode.WRITE)).checkAccess(path, modes, options);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        return both.toRealPath(path, options);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        return both.newDirectoryStream(folder, filter);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return both.readAttributes(path, attributes, options);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return reading(READING.containsAll(options)).newByteChannel(path, options, attributes);
    }

    private FileSystem reading(boolean only) {
        return only ? both : device;
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
