package io.qpy.device.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes leaves the old file or the new one, whole. */
class FlashKillTest {
    private static final List<String> WAYS = List.of("close", "flush", "rename");
    private static final List<Integer> SIZES = List.of(4096, 256 << 10);
    private static final int BEFORE = 3; // commits, at least, until the kill

    @TempDir
    private Path temp;

    private final Random random = new Random(24);
    private int observed;

    @Test
    void aFewKills() throws Exception {
        kill(2, 200_000);
        assertEquals(12, observed);
    }

    /** 200 moments around the commits: within a millisecond of what the process says. */
    @Test
    @Tag("nightly")
    void killsAroundCloseFlushAndRename() throws Exception {
        kill(34, 1_000_000);
        assertEquals(204, observed);
    }

    @Test
    @Tag("nightly")
    void killsAtAnyMoment() throws Exception {
        kill(17, 200_000_000);
        assertEquals(102, observed);
    }

    private void kill(int times, int mostNanoseconds) throws Exception {
        for (int i = 0; i < times; i++) {
            for (String way : WAYS) {
                for (int size : SIZES) {
                    killOnce(way, size, random.nextInt(mostNanoseconds));
                }
            }
        }
    }

    private void killOnce(String way, int size, int nanoseconds) throws Exception {
        Path storage = temp.resolve("flash-" + observed++);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlashWriters.class.getName(),
                        storage.toString(),
                        Integer.toString(size),
                        way)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        InputStream said = writer.getInputStream();
        for (int i = 0; i < BEFORE + random.nextInt(20); i++) {
            assertEquals('.', said.read(), "the writer has ended");
        }
        LockSupport.parkNanos(nanoseconds);
        writer.destroyForcibly().waitFor();
        check(storage, size, way + " of " + size + " bytes");
    }

    private static void check(Path storage, int size, String what) throws IOException {
        try (Flash flash = Flash.stored(storage)) {
            try (InputStream in =
                    Channels.newInputStream(flash.open("/usr/config.json", Set.of(StandardOpenOption.READ)))) {
                assertTrue(FlashWriters.isWhole(in.readAllBytes(), size), what);
            }
            flash.open("/usr/next", Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE))
                    .close();
            try (var left = Files.list(storage.resolve(".staging"))) {
                assertEquals(1, left.count(), "what the killed one staged is gone");
            }
        }
    }
}
