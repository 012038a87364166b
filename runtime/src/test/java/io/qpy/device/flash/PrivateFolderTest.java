package io.qpy.device.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void whereThereAreModes() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no modes here");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void missingFoldersBecomePrivate() throws IOException {
        PrivateFolder.create(folder.resolve("a/b"));
        assertEquals("rwx------", mode(folder.resolve("a")));
        assertEquals("rwx------", mode(folder.resolve("a/b")));
    }

    @Test
    void aFolderOfAnEarlierQpyBecomesPrivate() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
        PrivateFolder.shutIfThere(old);
        PrivateFolder.shutIfThere(folder.resolve("none"));
        assertEquals("rwx------", mode(old));
    }

    @Test
    void aDevicesFlashIsPrivate() throws IOException {
        Path flash = folder.resolve("devices/a/flash");
        Flash.stored(flash).createFolder("/usr/x");
        assertEquals("rwx------", mode(folder.resolve("devices")));
        assertEquals("rwx------", mode(flash.getParent()));
        assertEquals("rwx------", mode(flash));
    }

    @Test
    void filesArePrivate() throws IOException {
        Path file = PrivateFolder.createFile(folder.resolve("f"));
        assertEquals("rw-------", mode(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFolder.createFile(file);
        assertEquals("rw-------", mode(file));
    }
}
