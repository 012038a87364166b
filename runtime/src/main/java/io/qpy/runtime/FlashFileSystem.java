package io.qpy.runtime;

import io.qpy.device.flash.Flash;
import io.qpy.device.flash.StorageException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/** Shows GraalPy the device's flash as its only file system. Paths are names here; none is ever opened on the PC. */
final class FlashFileSystem implements FileSystem {
    private static final Path ROOT = Path.of("/");

    private final DeviceSlot slot;
    private volatile Path workingDirectory = ROOT;

    FlashFileSystem(DeviceSlot slot) {
        this.slot = slot;
    }

    /** While GraalPy starts there may be no device; it then finds no file but its own. */
    private Flash flash() throws NoSuchFileException {
        if (!slot.isFilled()) {
            throw new NoSuchFileException("/");
        }
        return slot.device().flash();
    }

    private interface Change<T> {
        T run() throws IOException;
    }

    /** Tells the person at the PC when it is the PC that refuses a change. */
    private <T> T changing(Change<T> change) throws IOException {
        try {
            return change.run();
        } catch (StorageException e) {
            slot.device().notices().sayOnce(e.code(), e.getMessage());
            throw e;
        }
    }

    /** The device's path: absolute, with {@code /}, without a drive letter, {@code .} or {@code ..}. */
    private String devicePath(Path path) {
        Path absolute = toAbsolutePath(path).normalize();
        StringBuilder name = new StringBuilder();
        absolute.forEach(part -> name.append('/').append(part));
        if (name.length() > 1 && slot.isFilled()) {
            slot.device().bootFiles().lookedAt(name.toString());
        }
        return name.isEmpty() ? "/" : name.toString();
    }

    @Override
    public Path parsePath(URI uri) {
        return Path.of(uri);
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        String name = devicePath(path);
        if (!flash().exists(name)) {
            throw new NoSuchFileException(name);
        }
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        changing(() -> {
            flash().createFolder(devicePath(folder));
            return folder;
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        changing(() -> {
            flash().delete(devicePath(path));
            return path;
        });
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        changing(() -> {
            flash().move(devicePath(source), devicePath(target));
            return target;
        });
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return changing(() -> new FlashChannel(flash().open(devicePath(path), options), devicePath(path)));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> entries =
                flash().list(devicePath(folder)).stream().map(folder::resolve).toList();
        return stream(entries);
    }

    static DirectoryStream<Path> stream(List<Path> entries) {
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return workingDirectory.resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) throws IOException {
        checkAccess(path, Set.of());
        return toAbsolutePath(path).normalize();
    }

    @Override
    public void setCurrentWorkingDirectory(Path folder) {
        workingDirectory = toAbsolutePath(folder).normalize();
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        String name = devicePath(path);
        Map<String, Object> all = name.equals("/") ? rootAttributes() : fileAttributes(flash().attributes(name));
        if (attributes.startsWith("unix:") || attributes.startsWith("posix:")) {
            throw new UnsupportedOperationException("the flash has no owners and no modes");
        }
        return all;
    }

    private static Map<String, Object> rootAttributes() {
        Map<String, Object> all = times(FileTime.fromMillis(0));
        all.put("size", 0L);
        all.put("isDirectory", true);
        all.put("isRegularFile", false);
        return all;
    }

    private static Map<String, Object> fileAttributes(BasicFileAttributes file) {
        Map<String, Object> all = times(file.lastModifiedTime());
        all.put("size", file.size());
        all.put("isDirectory", file.isDirectory());
        all.put("isRegularFile", file.isRegularFile());
        return all;
    }

    private static Map<String, Object> times(FileTime modified) {
        Map<String, Object> all = new HashMap<>();
        all.put("lastModifiedTime", modified);
        all.put("lastAccessTime", modified);
        all.put("creationTime", modified);
        all.put("isSymbolicLink", false);
        all.put("isOther", false);
        return all;
    }
}
