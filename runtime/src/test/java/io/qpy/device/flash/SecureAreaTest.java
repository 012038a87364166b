package io.qpy.device.flash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureAreaTest {
    private static final byte[] OLD = {1, 2, 3};

    private static final byte[] NEW = {4, 5, 6, 7};

    @TempDir
    private Path folder;

    @Test
    void anotherStartFindsWhatWasStored() throws IOException {
        try (Flash flash = Flash.stored(folder)) {
            new SecureArea(flash).store(1, OLD);
        }
        try (Flash flash = Flash.stored(folder)) {
            SecureArea area = new SecureArea(flash);
            assertArrayEquals(OLD, area.read(1).orElseThrow());
            assertTrue(area.read(2).isEmpty());
        }
    }

    @Test
    void whatItIsDeliveredWithCountsUntilSomethingIsStored() throws IOException {
        try (Flash flash = Flash.inMemory()) {
            SecureArea area = new SecureArea(flash);
            area.deliver(16, OLD);
            assertArrayEquals(OLD, area.read(16).orElseThrow());
            area.store(16, NEW);
            assertArrayEquals(NEW, area.read(16).orElseThrow());
        }
    }

    @Test
    void aPowerCutLeavesTheOldContent() throws IOException {
        try (Flash flash = Flash.inMemory()) {
            SecureArea area = new SecureArea(flash);
            area.store(1, OLD);
            flash.supply().failAfter(1);
            assertThrows(IOException.class, () -> area.store(1, NEW));
            flash.supply().restore();
            assertArrayEquals(OLD, area.read(1).orElseThrow());
        }
    }

    @Test
    void theEndOfATestPutsBackWhatWasThere() throws IOException {
        try (Flash flash = Flash.inMemory()) {
            SecureArea area = new SecureArea(flash);
            area.store(1, OLD);
            Runnable undo = area.snapshot();
            area.store(1, NEW);
            area.store(2, NEW);
            undo.run();
            assertArrayEquals(OLD, area.read(1).orElseThrow());
            assertTrue(area.read(2).isEmpty());
            assertEquals("[usr, bak]", flash.list("/").toString());
        }
    }
}
