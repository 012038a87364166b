package io.qpy.device.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written counts whole, from its commit on; a script's folder below it does not change that. */
class FlashCommitTest {
    private static final Set<StandardOpenOption> ANEW =
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);

    @TempDir
    private Path temp;

    private Path script;

    @BeforeEach
    void script() throws IOException {
        script = temp.resolve("script");
        Path folder = Files.createDirectories(temp.resolve("script/lib/deep"));
        Files.writeString(temp.resolve("script/a"), "a");
        Files.writeString(temp.resolve("script/b"), "b");
        Files.writeString(temp.resolve("script/lib/x"), "x");
        Files.writeString(folder.resolve("y"), "y");
    }

    private Flash flash() throws IOException {
        return Flash.stored(temp.resolve("storage"), script);
    }

    @Test
    void otherProcessesSeeTheOldFileUntilTheCommit() throws IOException {
        OpenFile file = flash().open("/usr/a", ANEW);
        file.write(ByteBuffer.wrap("new".getBytes(StandardCharsets.UTF_8)));
        assertEquals("a", read(flash(), "/usr/a"));
        file.flush();
        assertEquals("new", read(flash(), "/usr/a"));
    }

    @Test
    void aFileOfTheFolderIsRenamedOverAnother() throws IOException {
        Flash flash = flash();
        flash.move("/usr/a", "/usr/b");
        for (Flash each : List.of(flash, flash())) {
            assertFalse(each.exists("/usr/a"));
            assertEquals("a", read(each, "/usr/b"));
        }
        flash.move("/usr/b", "/usr/a");
        assertEquals("a", read(flash(), "/usr/a"));
        assertFalse(flash().exists("/usr/b"));
    }

    @Test
    void aFolderOfTheScriptsIsRenamedBackAndForth() throws IOException {
        Flash flash = flash();
        write(flash, "/usr/lib/stored", "s");
        flash.delete("/usr/lib/x");
        flash.move("/usr/lib", "/usr/moved");
        assertEquals(List.of("deep", "stored"), flash().list("/usr/moved"));
        assertEquals("y", read(flash(), "/usr/moved/deep/y"));
        assertFalse(flash().exists("/usr/lib"));
        flash.move("/usr/moved", "/usr/lib");
        assertEquals(List.of("deep", "stored"), flash().list("/usr/lib"));
        assertEquals("y", read(flash(), "/usr/lib/deep/y"));
    }

    @Test
    void aFolderThatWasRemovedIsThereAgainWithANewFileOfThePersons() throws IOException {
        Flash flash = flash();
        flash.move("/usr/lib", "/usr/moved");
        Files.writeString(temp.resolve("script/lib/new"), "new");
        assertEquals(List.of("new"), flash.list("/usr/lib"));
    }

    @Test
    void aPowerCutInARenameChangesNothing() throws IOException {
        Flash flash = flash();
        for (int after = 0; after < Supply.TABLE_BYTES; after++) {
            flash.supply().failAfter(after);
            assertThrows(IOException.class, () -> flash.move("/usr/lib", "/usr/moved"));
            assertThrows(IOException.class, () -> flash.move("/usr/a", "/usr/b"));
            flash.supply().restore();
        }
        assertEquals(List.of("a", "b", "lib"), flash.list("/usr"));
    }

    @Test
    void anEndedProcessLeavesNothingInTheStaging() throws IOException {
        Flash killed = flash();
        killed.open("/usr/a", ANEW).write(ByteBuffer.allocate(100));
        Path staging = temp.resolve("storage/.staging");
        Path abandoned = Files.createDirectories(staging.resolve("abandoned"));
        Files.writeString(abandoned.resolve("lock"), "");
        Files.writeString(abandoned.resolve("f0"), "half");
        try (Flash next = flash()) {
            write(next, "/usr/c", "c");
            assertFalse(Files.exists(abandoned));
        }
        try (Stream<Path> left = Files.list(staging)) {
            assertEquals(1, left.count(), "that of the device which is still running");
        }
        assertEquals(List.of("a", "b", "c", "lib"), flash().list("/usr"));
        killed.close();
    }

    @Test
    void aFullFlashKeepsTheOldFile() throws IOException {
        Flash flash = Flash.inMemory(script);
        try (OpenFile file = flash.open("/usr/a", ANEW)) {
            StorageException full = assertThrows(StorageException.class, () -> {
                for (int i = 0; i < 40; i++) {
                    file.write(ByteBuffer.allocate(1 << 20));
                }
            });
            assertTrue(full.isFull());
        }
        assertEquals("a", read(flash, "/usr/a"));
    }

    private static String read(Flash flash, String path) throws IOException {
        try (var in = Channels.newInputStream(flash.open(path, Set.of(StandardOpenOption.READ)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Flash flash, String path, String content) throws IOException {
        try (OpenFile file = flash.open(path, ANEW)) {
            file.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
