package io.qpy.device.flash;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files of qpy's that nobody but their user can read, where the file system has modes. */
public final class PrivateFolder {
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private PrivateFolder() {}

    /** Makes a folder, and those above it that are missing. One that is there already becomes private. */
    public static Path create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return shut(folder, FOLDER);
        }
        Path parent = folder.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            create(parent);
        }
        try {
            return Files.createDirectory(folder, mode(folder, FOLDER));
        } catch (FileAlreadyExistsException e) {
            return folder; // another qpy was as fast
        }
    }

    /** Makes a folder private if it is there: one that an earlier qpy has made, with the modes of the time. */
    public static void shutIfThere(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            shut(folder, FOLDER);
        }
    }

    /** Makes an empty file where there is none. One that is there already becomes private. */
    public static Path createFile(Path file) throws IOException {
        try {
            return Files.createFile(file, mode(file, FILE));
        } catch (FileAlreadyExistsException e) {
            return shut(file, FILE);
        }
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return hasModes(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static Path shut(Path path, String mode) throws IOException {
        if (hasModes(path)
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                        .equals(mode)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
        return path;
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
