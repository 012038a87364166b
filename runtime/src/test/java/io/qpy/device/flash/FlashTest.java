package io.qpy.device.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlashTest {
    @TempDir
    private Path temp;

    private Path script;
    private Path storage;

    @BeforeEach
    void folders() throws IOException {
        script = Files.createDirectory(temp.resolve("script"));
        storage = temp.resolve("storage");
        Files.writeString(script.resolve("config.json"), "source");
        Files.createDirectory(script.resolve("lib"));
        Files.writeString(script.resolve("lib/a.py"), "a");
    }

    private Flash stored() throws IOException {
        return Flash.stored(storage, script);
    }

    @Test
    void theScriptsFolderIsUsr() throws IOException {
        Flash flash = stored();
        assertEquals("source", read(flash, "/usr/config.json"));
        assertEquals(List.of("config.json", "lib"), flash.list("/usr"));
        assertEquals(List.of("usr", "bak"), flash.list("/"));
        assertFalse(Files.exists(storage), "reading makes nothing");
    }

    @Test
    void whatIsWrittenGoesToTheDeviceAndStays() throws IOException {
        write(stored(), "/usr/config.json", "device");
        write(stored(), "/usr/new.txt", "new");
        Flash later = stored();
        assertEquals("device", read(later, "/usr/config.json"));
        assertEquals(List.of("config.json", "lib", "new.txt"), later.list("/usr"));
        assertEquals("source", Files.readString(script.resolve("config.json")));
    }

    @Test
    void appendingKeepsTheFoldersContent() throws IOException {
        Flash flash = stored();
        try (SeekableByteChannel channel =
                flash.open("/usr/config.json", Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
            channel.write(bytes("+"));
        }
        assertEquals("source+", read(flash, "/usr/config.json"));
        assertEquals("source", Files.readString(script.resolve("config.json")));
    }

    @Test
    void aRemovedFileStaysRemovedUntilTheFolderHasANewOne() throws IOException {
        stored().delete("/usr/config.json");
        assertFalse(stored().exists("/usr/config.json"));
        assertTrue(Files.exists(script.resolve("config.json")));
        edit("edited");
        assertEquals("edited", read(stored(), "/usr/config.json"));
    }

    @Test
    void anEditedFileOfTheFolderIsTheNewerDownload() throws IOException {
        write(stored(), "/usr/config.json", "device");
        edit("edited");
        assertEquals("edited", read(stored(), "/usr/config.json"));
    }

    @Test
    void anotherFoldersFileIsNotHiddenByThisOnes() throws IOException {
        write(stored(), "/usr/config.json", "device");
        Path other = Files.createDirectory(temp.resolve("other"));
        Files.writeString(other.resolve("config.json"), "other");
        assertEquals("other", read(Flash.stored(storage, other), "/usr/config.json"));
        assertEquals("device", read(stored(), "/usr/config.json"));
    }

    @Test
    void foldersAreMadeMovedAndRemoved() throws IOException {
        Flash flash = stored();
        flash.createFolder("/usr/data");
        write(flash, "/usr/data/x", "x");
        assertThrows(DirectoryNotEmptyException.class, () -> flash.delete("/usr/data"));
        flash.move("/usr/data", "/usr/moved");
        assertEquals("x", read(flash, "/usr/moved/x"));
        assertFalse(flash.exists("/usr/data"));
        flash.move("/usr/lib", "/bak/lib");
        assertEquals("a", read(flash, "/bak/lib/a.py"));
        assertFalse(stored().exists("/usr/lib"));
        assertTrue(Files.exists(script.resolve("lib/a.py")));
    }

    @Test
    void nothingElseIsThere() throws IOException {
        Flash flash = stored();
        assertThrows(NoSuchFileException.class, () -> flash.attributes("/etc/passwd"));
        assertThrows(AccessDeniedException.class, () -> write(flash, "/x", "x"));
        assertThrows(AccessDeniedException.class, () -> write(flash, "/usr", "x"));
        assertThrows(NoSuchFileException.class, () -> write(flash, "/usr/none/x", "x"));
        assertThrows(AccessDeniedException.class, () -> flash.delete("/usr"));
        assertThrows(FileAlreadyExistsException.class, () -> flash.createFolder("/usr/lib"));
    }

    @Test
    void aLinkOutOfTheFolderIsNotThere() throws IOException {
        Files.writeString(temp.resolve("secret"), "secret");
        Files.createSymbolicLink(script.resolve("link"), temp.resolve("secret"));
        Files.createSymbolicLink(script.resolve("inside"), script.resolve("config.json"));
        Flash flash = stored();
        assertFalse(flash.exists("/usr/link"));
        assertEquals("source", read(flash, "/usr/inside"));
    }

    @Test
    void aStorageThatCannotBeWrittenLeavesEverythingAsItWas() throws IOException {
        Files.writeString(storage, "a file where the folder should be");
        assertThrows(IOException.class, () -> write(stored(), "/usr/config.json", "device"));
        assertEquals("source", read(stored(), "/usr/config.json"));
    }

    private void edit(String content) throws IOException {
        Path file = script.resolve("config.json");
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 5000));
    }

    private static String read(Flash flash, String path) throws IOException {
        try (SeekableByteChannel channel = flash.open(path, Set.of(StandardOpenOption.READ))) {
            ByteBuffer content = ByteBuffer.allocate(1000);
            channel.read(content);
            return StandardCharsets.UTF_8.decode(content.flip()).toString();
        }
    }

    private static void write(Flash flash, String path, String content) throws IOException {
        try (SeekableByteChannel channel = flash.open(
                path,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
            channel.write(bytes(content));
        }
    }

    private static ByteBuffer bytes(String content) {
        return ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
    }
}
