package io.qpy.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ControlPipeTest {
    @TempDir
    private Path home;

    /** A caller that comes before the standby process has begun to read. */
    @Test
    @Timeout(60)
    void isThereWhenItsFolderIsRenamed() throws Exception {
        Path folder = Files.createDirectory(home.resolve("ready"));
        Path pipe = folder.resolve("control");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        ControlPipe control = new ControlPipe(pipe);
        Path called = Files.move(folder, home.resolve("called"));
        try (OutputStream caller =
                new FileOutputStream(called.resolve("control").toFile())) {
            caller.write("hello\0i".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("hello", control.readString());
        assertEquals('i', control.read());
        assertEquals(-1, control.read());
    }
}
