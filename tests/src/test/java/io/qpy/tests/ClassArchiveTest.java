package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The class archive that the launcher starts from: whatever has become of it, a script runs and nothing is said. */
@DisabledOnOs(OS.WINDOWS)
class ClassArchiveTest {
    @TempDir
    private Path home;

    private Path cache;

    private Launcher launcher;

    @BeforeEach
    void writeScript() throws IOException {
        cache = home.resolve("cache folder");
        launcher = new Launcher(home, cache);
        Files.writeString(home.resolve("hello.py"), "print('hello')\n");
    }

    @Test
    void usedTruncatedAndMadeAgain() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        Path archive = archives().get(0);
        int cores = files("*.core").size();
        int interpreted = files("*.interpreted").size();
        assertHello();

        long size = Files.size(archive);
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            channel.truncate(size / 2);
        }
        assertHello();
        List<Path> jdks = files("*.jdk");
        if (jdks.isEmpty()) { // JDK 25 crashes on one that is not whole.
            try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate((int) (size / 2)), size / 2);
            }
            assertHello();
        }
        Files.write(archive, new byte[0]);
        assertHello();

        for (Path each : jdks) {
            cutShort(each);
        }
        Launcher.Ended warmUp = launcher.run(home, "warm-up");
        assertEquals("", warmUp.errors());
        assertEquals(1, archives().size());
        assertEquals(cores, files("*.core").size());
        assertEquals(interpreted, files("*.interpreted").size());
        assertTrue(warmUp.output().startsWith("qpy starts from " + archives().get(0)), warmUp.output());
        assertTrue(Files.size(archives().get(0)) > size / 2);
        assertHello();
        assertEquals(jdks, files("*.jdk"));
        for (Path each : jdks) {
            assertTrue(Files.size(each.resolve("lib/modules")) > 0);
            assertCompiles();
        }
    }

    /** With JDK 25 an archive has a second layer, in a file of its own. */
    @Test
    void isNotUsedWithoutItsCore() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        assertTrue(startsFromArchive());
        for (Path core : files("*.core")) {
            try (FileChannel channel = FileChannel.open(core, StandardOpenOption.WRITE)) {
                channel.truncate(Files.size(core) / 2);
            }
            assertFalse(startsFromArchive());
            Files.delete(core);
            assertFalse(startsFromArchive());
        }
    }

    /** With JDK 25, runs that interpret have a layer of their own, without the compiler: it may be missing. */
    @Test
    void interpretedRunsStartFromWhatHasNoCompiler() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        for (Path layer : files("*.interpreted")) {
            assertTrue(mapped("run", "hello.py").contains(layer.toString()));
            assertFalse(mapped("run", "--jit", "hello.py").contains(layer.toString()));
            try (FileChannel channel = FileChannel.open(layer, StandardOpenOption.WRITE)) {
                channel.truncate(Files.size(layer) / 2);
            }
            assertTrue(mapped("run", "hello.py").contains(archives().get(0).toString()));
            Files.delete(layer);
            assertTrue(mapped("run", "hello.py").contains(archives().get(0).toString()));
        }
    }

    /** What the JVM says of the archives that it starts from. */
    private String mapped(String... arguments) throws IOException, InterruptedException {
        return logged("cds", arguments);
    }

    /** All jars of a build have the same time. */
    @Test
    void isNotUsedOnceTheJarsHaveBeenReplaced() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        FileTime built = Files.getLastModifiedTime(Launcher.LIBRARIES);
        Files.setLastModifiedTime(archives().get(0), FileTime.fromMillis(built.toMillis() - 1));
        assertFalse(startsFromArchive());
    }

    private boolean startsFromArchive() throws IOException, InterruptedException {
        return logged("class+load", "modules").contains("io.qpy.cli.Main source: shared objects file");
    }

    /** The switch for those who suspect what makes a start quick. */
    @Test
    void aPlainStartHasNoArchiveAndNoOptionsForSpeed() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        assertTrue(logged("arguments", "run", "hello.py").contains(cache.toString()));
        String plain = logged(Map.of("QPY_PLAIN", "1"), "arguments", "run", "hello.py");
        assertTrue(plain.contains("-Xmx1g"), plain);
        assertFalse(plain.contains(cache.toString()), plain);
        assertFalse(plain.contains("-XX:"), plain);
    }

    /** What the JVM of a command logs of something. */
    private String logged(String tags, String... arguments) throws IOException, InterruptedException {
        return logged(Map.of(), tags, arguments);
    }

    private String logged(Map<String, String> environment, String tags, String... arguments)
            throws IOException, InterruptedException {
        Path log = home.resolve("java.log");
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(List.of(Launcher.COMMAND.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                launcher.builder(command).directory(home.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("QPY_JAVA_OPTS", "-Xlog:" + tags + ":file=" + log);
        builder.environment().putAll(environment);
        assertEquals(0, builder.start().waitFor());
        return Files.readString(log);
    }

    /** With JDK 25 an archive is made by a copy of the JDK that has the Graal compiler in it, and fits that alone. */
    @Test
    void isNotUsedWithoutTheJdkThatMadeIt() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        for (Path each : files("*.jdk")) {
            Files.delete(each);
            assertHello();
            cutShort(each);
            assertHello();
        }
    }

    @Test
    void oneOfAnotherJdkIsPassedOver() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        try (FileChannel channel =
                FileChannel.open(archives().get(0), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.allocate(4096);
            channel.read(header, 0);
            int version = new String(header.array(), StandardCharsets.ISO_8859_1).indexOf("Java HotSpot");
            version =
                    version < 0 ? new String(header.array(), StandardCharsets.ISO_8859_1).indexOf("OpenJDK") : version;
            assertTrue(version > 0, "the header of an archive names the JDK that made it");
            channel.write(ByteBuffer.wrap("Another".getBytes(StandardCharsets.US_ASCII)), version);
        }
        assertHello();
    }

    @Test
    void twoFirstRunsAtOnceMakeOneArchive() throws IOException, InterruptedException {
        Launcher.copyArchive(cache);
        Files.delete(archives().get(0));
        Launcher eager = launcher.withStandby("");
        Launcher.Running one = eager.start(home, "run", "--fresh", "--no-standby", "hello.py");
        Launcher.Running other = eager.start(home, "run", "--fresh", "--no-standby", "hello.py");
        assertEquals(new Launcher.Ended(0, "hello\n", ""), one.await());
        assertEquals(new Launcher.Ended(0, "hello\n", ""), other.await());

        while (archives().isEmpty()) {
            Thread.sleep(100);
        }
        assertEquals(1, archives().size());
        assertHello();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenToIsNotMentioned() throws IOException, InterruptedException {
        launcher = new Launcher(home, Path.of("/proc")).withStandby("");
        assertHello();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldByWarmUpOnly() throws IOException, InterruptedException {
        Files.writeString(cache, "a file, where the folder should be");
        assertHello();

        Launcher.Ended warmUp = launcher.run(home, "warm-up");
        assertEquals(1, warmUp.exitCode());
        assertEquals(
                "qpy: warm-up: no archive could be made in " + cache
                        + ": is the folder writable, is its disk full? [warm-up]\n",
                warmUp.errors());
    }

    private void assertHello() throws IOException, InterruptedException {
        Launcher.Ended ended = launcher.run(home, "run", "--fresh", "hello.py");
        assertEquals("hello\n", ended.output());
        assertEquals("", ended.errors());
        assertEquals(0, ended.exitCode());
    }

    /** Has a JDK whose modules are not all there, in the place of the link to the tests'. */
    private static void cutShort(Path jdk) throws IOException {
        Files.deleteIfExists(jdk);
        Files.createDirectories(jdk.resolve("lib"));
        Files.createFile(jdk.resolve("lib/modules"));
    }

    private void assertCompiles() throws IOException, InterruptedException {
        Launcher.Ended ended = launcher.run(home, "run", "--fresh", "--jit", "--time-startup", "-q", "hello.py");
        assertEquals("hello\n", ended.output());
        assertTrue(ended.errors().endsWith("what runs often is compiled\n"), ended.errors());
    }

    private List<Path> archives() throws IOException {
        return files("*.archive");
    }

    private List<Path> files(String pattern) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(cache, pattern)) {
            List<Path> found = new ArrayList<>();
            all.forEach(found::add);
            return found;
        }
    }
}
