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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Peers in Python that go wrong. Those that do what they should are in tests/device/machine. */
class PeerTest {
    private static final Path SCRIPTS = Path.of("scripts/peers").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void aPeerThatFailsIsTheBussFailureAndOneLine() throws Exception {
        Launcher.Ended ended = new Launcher(folder).run(SCRIPTS, "run", "--fresh", "--time", "virtual", "main.py");
        assertEquals(Files.readString(SCRIPTS.resolve("main.py.exp")), ended.output(), ended.errors());
        assertEquals(Files.readString(SCRIPTS.resolve("main.py.told")), ended.errors());
        assertEquals(0, ended.exitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [board.i2c1]\\n0x44 = "peer:none.py"           | 2:8: board.i2c1.0x44: got "peer:none.py", want a file .*
        [board.i2c1]\\n0x44 = "peer:"                  | 2:8: board.i2c1.0x44: got "peer:", want a file .*
        [board.i2c1]\\n0x44 = "per:one.py"             | 2:8: board.i2c1.0x44: got "per:one.py", want one of: .*, or peer:FILE.py
        [board.i2c1]\\n68 = "peer:one.py"\\n0x44="sht3x"| 3:1: board.i2c1.0x44: another part has the address 0x44
        [board]\\nspi1 = { part = "peer:none.py" }     | 2:17: board.spi1.part: got "peer:none.py", want a file .*
        [board]\\nspi1 = { cs = "GPIO5" }              | 2:8: board.spi1: want \\{ part = .*
        [board.onewire]\\nGPIO5 = "peer:none.py"       | 2:9: board.onewire.GPIO5: got "peer:none.py", want a file .*
        [board.pins]\\nGPIO5 = { peer = "none.py" }    | 2:18: board.pins.GPIO5.peer: got "none.py", want a file .*
        [board.pins]\\nGPIO5 = { peer = 5 }            | 2:18: board.pins.GPIO5.peer: got 5, want a string in quotes
        [board.pins]\\nGPIO5 = { peer = "one.py", level = 1 } | 2:9: board.pins.GPIO5: want one of: .*
        [board.i2c1]\\n0x44 = "peer:one.py#a"\\n0x45 = "peer:one.py#a" | 3:8: board.i2c1.0x45: the peer one.py#a is at board.i2c1.0x44 already: it has one port or bus, and any pins
        """)
    void aMistakeInTheConfigurationHasItsPlace(String lines, String message) throws IOException {
        Files.writeString(folder.resolve("one.py"), "class Peer:\n    pass\n");
        Files.writeString(folder.resolve("qpy.toml"), lines.replace("\\n", "\n") + "\n");
        ConfigException e = assertThrows(
                ConfigException.class,
                () -> QpyDevice.builder().folder(folder.toRealPath()).build().close());
        assertTrue(e.getMessage().matches("(?s).*qpy.toml:" + message), e.getMessage());
    }
}
