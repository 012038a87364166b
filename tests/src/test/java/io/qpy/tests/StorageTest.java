package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import io.qpy.testing.QpyDevice;
import io.qpy.wiring.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SD cards and memories beside the module's flash; what single calls do is in tests/device/storage. */
class StorageTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private Launcher launcher;

    @BeforeEach
    void findTheCommand() {
        launcher = new Launcher(home);
    }

    private Launcher.Ended run(String script, String... options) throws Exception {
        return launcher.runStored(folder, Scripts.path("storage/" + script), options);
    }

    private void configure(String lines) throws IOException {
        Files.writeString(folder.resolve("qpy.toml"), lines.replace("\\n", "\n") + "\n");
    }

    @Test
    void aCardKeepsItsFilesAsTheFlashDoes() throws Exception {
        configure("[board.sd]\nsize = 32\nspi = 1");
        assertEquals("1 ['log.txt']\n", run("log.py").output());
        assertEquals("2 ['log.txt']\n", run("log.py").output());
        assertEquals("1 ['log.txt']\n", run("log.py", "--fresh").output());
        configure("[board.sd]\nsize = 32\nspi = 0");
        Launcher.Ended other = run("log.py");
        assertTrue(other.errors().contains("OSError: [Errno 19] ENODEV"), other.errors());
        assertTrue(
                other.errors().contains("qpy: no SD card is at SPI1; the module would wait for one for ever."),
                other.errors());
    }

    @Test
    void aBareModuleHasNone() throws Exception {
        Launcher.Ended ended = run("bare.py", "--fresh");
        assertEquals(
                "OSError(19)\n".repeat(4) + "ValueError('nand flash is not initialized')\n",
                ended.output(),
                ended.errors());
        assertTrue(ended.errors().endsWith("""
            ValueError: nand flash is not initialized
            qpy: no NAND flash memory is connected; one is in qpy.toml: [board.nand] size = 128 [no-medium]
            """), ended.errors());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [board.sd]\\nsize = 0            | 2:8: board.sd.size: got 0, want 1 to 131072
        [board.sd]\\nspi = 1             | 1:.*: board.sd: want a size in megabytes.*
        [board.sd]\\nsize = 32\\nspi = 9 | 3:7: board.sd.spi: got 9, want 0 to 3
        [board.sd]\\nsize = 32\\nport = 1 | 3:1: unknown key 'board.sd.port'.*
        [board.ext_fs]\\nsize = "8"      | 2:8: board.ext_fs.size: got "8", want 1 to 131072
        [board.nand]\\nsize = 8\\nspi = 1 | 3:1: unknown key 'board.nand.spi'.*
        [board]\\nsd = 32                | 2:6: board.sd: got 32, want a table: \\[board.sd\\]
        [modem]\\nmodel = "EC600N"\\n[board.sd]\\nsize = 32\\nspi = 3 | 5:1: board.sd.spi: the EC600N has no SPI3, it has SPI0, 1
        """)
    void aMistakeInTheConfigurationHasItsPlace(String lines, String message) throws IOException {
        configure(lines);
        ConfigException e = assertThrows(
                ConfigException.class,
                () -> QpyDevice.builder().folder(folder.toRealPath()).build().close());
        assertTrue(e.getMessage().matches("(?s).*qpy.toml:" + message), e.getMessage());
    }
}
