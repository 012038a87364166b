package io.qpy.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pseudo-terminals")
class PseudoTerminalTest {
    private static final byte[] HELLO = "hello\r\n\003\377".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private final RecordingOwner owner = new RecordingOwner();

    private SerialLine open(String address) throws IOException {
        return SerialAddress.parse(address).open(folder, owner);
    }

    private String refusal(String address) {
        return assertThrows(SerialException.class, () -> open(address)).getMessage();
    }

    @Test
    void theLinkIsThereForTheRun() throws IOException {
        Path link = folder.resolve("meter.tty");
        try (SerialLine line = open("pty:meter.tty")) {
            assertEquals(link.toString(), line.toString());
            assertTrue(Files.isSymbolicLink(link));
        }
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aLinkThatAnEarlierRunHasLeftIsReplaced() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("meter.tty"), Path.of("/dev/pts/99999"));
        open("pty:meter.tty").close();
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void theLinkOfAnotherRunIsNotRemoved() throws IOException {
        SerialLine first = open("pty:meter.tty");
        try (SerialLine second = open("pty:meter.tty")) {
            first.close();
            assertTrue(Files.isSymbolicLink(Path.of(second.toString())));
        }
    }

    @Test
    void nothingElseIsReplaced() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
        assertEquals(
                "pty:file: " + folder.resolve("file") + " exists already: name a path that is free",
                refusal("pty:file"));
        assertTrue(refusal("pty:link").contains("link exists already"));
        assertEquals("pty:no/tty: the folder " + folder.resolve("no") + " does not exist", refusal("pty:no/tty"));
        assertEquals("mine", Files.readString(link));
    }

    /** socat is a program that is not ours, and leaves at the end of its input. */
    @Test
    void oneProgramAfterAnotherTalks() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/socat")), "needs socat");
        try (SerialLine line = open("pty:meter.tty")) {
            owner.expect("connected");
            for (int i = 0; i < 2; i++) {
                Process socat = new ProcessBuilder("/usr/bin/socat", "-", line + ",raw,echo=0")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                socat.getOutputStream().write(HELLO);
                socat.getOutputStream().flush();
                owner.expectBytes("hello\r\n\003\377");
                assertTrue(line.send(HELLO, 0, HELLO.length));
                assertArrayEquals(HELLO, socat.getInputStream().readNBytes(HELLO.length));
                socat.getOutputStream().close();
                assertEquals(0, socat.waitFor());
            }
            assertTrue(owner.heardNothing());
        }
    }

    @Test
    void nothingIsLeftOfAClosedLine() throws Exception {
        SerialLine line = open("pty:meter.tty");
        try (OutputStream program = new FileOutputStream(line.toString())) {
            program.write(HELLO);
            owner.expectBytes("hello\r\n\003\377");
            assertTrue(line.send(HELLO, 0, HELLO.length));
            line.close();
            for (Thread each : Thread.getAllStackTraces().keySet()) {
                if (each.getName().startsWith("qpy-")) {
                    each.join();
                }
            }
            assertThrows(IOException.class, () -> program.write(HELLO), "the terminal is gone");
        }
    }

    @Test
    void nobodyWaitsForAProgramThatIsNotThere() throws IOException {
        try (SerialLine line = open("pty:meter.tty")) {
            byte[] much = new byte[1024];
            while (line.send(much, 0, much.length)) {
                Thread.onSpinWait();
            }
        }
    }
}
