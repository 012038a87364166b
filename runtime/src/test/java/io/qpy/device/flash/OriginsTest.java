package io.qpy.device.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.qpy.device.flash.Origins.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file counts: the device's, or the one of the script's folder. */
class OriginsTest {
    private static final String PATH = "/usr/main.py";

    @TempDir
    private Path folder;

    @TempDir
    private Path stored;

    private Path downloaded;
    private Origins origins;

    @BeforeEach
    void download() throws IOException {
        downloaded = Files.writeString(folder.resolve("main.py"), "print(1)\n");
        origins = new Origins(Storage.in(stored));
    }

    private Verdict verdict() {
        return origins.verdict(PATH, downloaded);
    }

    @Test
    void theFoldersFileCountsThatNoScriptHasTouched() {
        assertEquals(Verdict.DOWNLOADED, verdict());
    }

    @Test
    void theDevicesFileCountsAfterAScriptHasWrittenIt() throws IOException {
        origins.record(PATH, downloaded, false);
        assertEquals(Verdict.STORED, verdict());
        origins.record(PATH, downloaded, true);
        assertEquals(Verdict.REMOVED, verdict());
    }

    @Test
    void theFoldersFileCountsAgainOnceItIsAnother() throws IOException {
        origins.record(PATH, downloaded, false);
        Files.writeString(downloaded, "print(22)\n");
        assertEquals(Verdict.DOWNLOADED, verdict());
    }

    @Test
    void aNewTimeAloneMakesItAnother() throws IOException {
        origins.record(PATH, downloaded, true);
        FileTime time = Files.getLastModifiedTime(downloaded);
        Files.setLastModifiedTime(downloaded, FileTime.fromMillis(time.toMillis() + 1000));
        assertEquals(Verdict.DOWNLOADED, verdict());
    }

    @Test
    void aRecordIsForgottenWhenTheFolderLacksThePath() throws IOException {
        origins.record(PATH, downloaded, true);
        origins.record(PATH, null, false);
        assertEquals(Verdict.DOWNLOADED, verdict());
        assertNull(Origins.entry(null, true));
    }

    @Test
    void severalAreRecordedAtOnce() throws IOException {
        Path other = Files.writeString(folder.resolve("boot.py"), "");
        Map<String, String> changes = new HashMap<>();
        changes.put(PATH, Origins.entry(downloaded, false));
        changes.put("/usr/boot.py", Origins.entry(other, true));
        origins.record(changes);
        assertEquals(Verdict.STORED, verdict());
        assertEquals(Verdict.REMOVED, origins.verdict("/usr/boot.py", other));
    }

    @Test
    void aFolderIsTheDevicesUnlessItWasRemoved() throws IOException {
        assertEquals(Verdict.STORED, origins.verdict("/usr", folder));
        origins.record("/usr", folder, true);
        assertEquals(Verdict.REMOVED, origins.verdict("/usr", folder));
    }

    @Test
    void anotherProcesssRecordIsSeen() throws IOException {
        assertEquals(Verdict.DOWNLOADED, verdict());
        new Origins(Storage.in(stored)).record(PATH, downloaded, false);
        assertEquals(Verdict.STORED, verdict());
    }

    @Test
    void pathsOfAnyCharactersAreKept() throws IOException {
        String strange = "/usr/a = b#c: 温度.txt";
        origins.record(strange, downloaded, false);
        assertEquals(Verdict.STORED, new Origins(Storage.in(stored)).verdict(strange, downloaded));
    }
}
