package io.qpy.device.flash;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a path names: a file of the device's storage, or one of the script's folder under it. */
final class Layers {
    private final Storage storage;
    private final ScriptFolder scriptFolder; // null for none
    private final Origins origins;

    Layers(Storage storage, ScriptFolder scriptFolder, Origins origins) {
        this.storage = storage;
        this.scriptFolder = scriptFolder;
        this.origins = origins;
    }

    /** The file or folder that this path names now, or null. */
    Path current(String path) {
        Path stored = stored(path);
        Path downloaded = downloaded(path);
        if (downloaded == null) {
            return stored != null ? stored : mountPoint(path);
        }
        return switch (origins.verdict(path, downloaded)) {
            case REMOVED -> stored == null && isRefilled(path, downloaded) ? downloaded : stored;
            case STORED -> stored != null ? stored : downloaded;
            case DOWNLOADED -> downloaded;
        };
    }

    /** Whether the person has put a file into a folder of the PC since the device has removed it. */
    private boolean isRefilled(String path, Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (current(path + "/" + entry.getFileName()) != null) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** A mount point is there before anything has been written to it. */
    private Path mountPoint(String path) {
        return Mounts.has(path) ? storage.emptyFolder() : null;
    }

    Path stored(String path) {
        Path stored = storage.forReading(path);
        return stored != null && Files.exists(stored) ? stored : null;
    }

    /** The path in the script's folder, or null. */
    Path downloaded(String path) {
        boolean inUsr = scriptFolder != null && Mounts.isUsr(path);
        return inUsr ? scriptFolder.find(path.substring(Mounts.USR.length())) : null;
    }

    /** The names in a folder, sorted. */
    List<String> names(String path) throws IOException {
        Path folder = current(path);
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(path);
        }
        Set<String> names = new TreeSet<>();
        addNames(stored(path), names);
        addNames(downloaded(path), names);
        names.removeIf(name -> current(path + "/" + name) == null);
        return List.copyOf(names);
    }

    private static void addNames(Path folder, Set<String> names) throws IOException {
        if (folder != null && Files.isDirectory(folder)) {
            names.addAll(ScriptFolder.names(folder));
        }
    }
}
