package io.qpy.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;

/** The command as it is shipped: {@code cli/target/qpy/bin/qpy}, in a process, with a home folder of the test's. */
public final class Launcher {
    /** The command. */
    public static final Path COMMAND =
            Path.of("../cli/target/qpy/bin/qpy").toAbsolutePath().normalize();

    /** The folder with its jars. */
    public static final Path LIBRARIES = COMMAND.resolveSibling("../lib").normalize();

    private static final int PATIENCE_SECONDS = 120;

    /** A build in the background ignores SIGINT, and what it starts would too; GNU's env undoes that. */
    private static final List<String> LISTENING_TO_INTERRUPTS =
            OS.LINUX.isCurrentOs() ? List.of("env", "--default-signal=INT") : List.of();

    private final Path home;
    private final Path cache;
    private final String standby;

    /**
     * A launcher with the tests' class archive.
     *
     * @param home the folder of its devices
     */
    public Launcher(Path home) {
        this(home, Archive.FOLDER);
    }

    /** One with a class archive in another folder than the tests'. */
    public Launcher(Path home, Path cache) {
        this(home, cache, null);
    }

    private Launcher(Path home, Path cache, String standby) {
        this.home = home;
        this.cache = cache;
        this.standby = standby;
    }

    /** Puts the tests' class archive into another folder, and a link to the JDK that it was made with. */
    public static void copyArchive(Path cache) throws IOException {
        Files.createDirectories(cache);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Archive.FOLDER, "*.{archive,core,interpreted,jdk}")) {
            for (Path each : all) {
                Path copy = cache.resolve(each.getFileName());
                if (Files.isDirectory(each)) {
                    Files.createSymbolicLink(copy, each);
                } else {
                    Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** One whose runs are served by standby processes with more options, which start and wait in the class archive's folder. */
    public Launcher withStandby(String options) {
        return new Launcher(home, cache, options);
    }

    /** The class archive that the tests' commands start from, made once. */
    private static final class Archive {
        static final Path FOLDER = Path.of("target/class-archive").toAbsolutePath();

        static {
            try {
                ProcessBuilder builder = new ProcessBuilder(COMMAND.toString(), "warm-up")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
                builder.environment().put("QPY_CACHE", FOLDER.toString());
                builder.start().waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A process of the command's, or of one that calls it, with its environment. */
    public ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables());
        return builder;
    }

    private Map<String, String> variables() {
        Map<String, String> all = new TreeMap<>();
        all.put("QPY_HOME", home.toString());
        all.put("QPY_CACHE", cache.toString());
        all.put("QPY_STANDBY", standby == null ? "0" : "1");
        all.put("CI", standby == null ? "true" : ""); // Where it is true, nothing is made in the background.
        if (standby != null) {
            all.put("QPY_JAVA_OPTS", standby);
        }
        return all;
    }

    /** What its processes have in their environment, each {@code NAME=VALUE}. */
    public List<String> environment() {
        return variables().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }

    /** How a process ended. */
    public record Ended(int exitCode, String output, String errors) {
        private static final Pattern CODED = Pattern.compile("qpy: (.* \\[[a-z0-9-]+]|(.* )?("
                + Stream.of("runtime", "check").flatMap(Ended::codes).collect(Collectors.joining("|"))
                + "): .*)");

        /** Fails if a line of qpy's has no code. */
        public Ended {
            errors.lines()
                    .filter(line -> line.startsWith("qpy: "))
                    .forEach(line -> assertTrue(
                            CODED.matcher(line).matches(), () -> "no code, which qpy explain would open: " + line));
        }

        /** Each code has a page of its name. */
        private static Stream<String> codes(String module) {
            Path pages = Path.of("..", module, "src/main/codes");
            try (Stream<Path> all = Files.list(pages)) {
                return all
                        .map(each -> each.getFileName().toString())
                        .filter(name -> name.endsWith(".md"))
                        .map(name -> name.substring(0, name.length() - ".md".length()))
                        .toList()
                        .stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A process that has not ended. */
    public final class Running {
        private final Process process;
        private final Path output;
        private final Path errors;

        private Running(Path folder, String... arguments) throws IOException {
            output = Files.createTempFile(home, "output", "");
            errors = Files.createTempFile(home, "errors", "");
            List<String> command = new ArrayList<>(LISTENING_TO_INTERRUPTS);
            command.add(COMMAND.toString());
            command.addAll(List.of(arguments));
            ProcessBuilder builder = builder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            process = builder.start();
        }

        /** The process. */
        public Process process() {
            return process;
        }

        /** What the script has printed so far. */
        public String output() throws IOException {
            return Files.readString(output, StandardCharsets.UTF_8);
        }

        /** Waits until the script has printed something. */
        public void awaitOutput(String text) throws IOException, InterruptedException {
            await(output, text);
        }

        private void await(Path where, String text) throws IOException, InterruptedException {
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.readString(where).contains(text)) {
                if (!process.isAlive() || System.nanoTime() > patience) {
                    throw new AssertionError("'" + text + "' was not printed; output: " + output() + " errors: "
                            + Files.readString(errors));
                }
                Thread.sleep(20);
            }
        }

        /** Waits until qpy has said something. */
        public void awaitErrors(String text) throws IOException, InterruptedException {
            await(errors, text);
        }

        /** Sends SIGINT, as Ctrl-C does. */
        public void interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }

        /** Types a text and ends the input. */
        public void type(String text) throws IOException {
            try (OutputStream input = process.getOutputStream()) {
                input.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        /** Waits for the end. */
        public Ended await() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the command did not end; output: " + output());
            }
            return new Ended(process.exitValue(), output(), Files.readString(errors, StandardCharsets.UTF_8));
        }
    }

    /** Starts the command in a folder. */
    public Running start(Path folder, String... arguments) throws IOException {
        return new Running(folder, arguments);
    }

    /** Runs the command in a folder. */
    public Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        return start(folder, arguments).await();
    }

    /** Runs a copy of a script as {@code main.py} of a folder, on a fresh device. */
    public Ended runMain(Path folder, Path script, String... options) throws IOException, InterruptedException {
        return startMain(folder, script, options).await();
    }

    /** The same in virtual time. */
    public Ended runInVirtualTime(Path folder, Path script, String... options)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--time", "virtual"));
        all.addAll(List.of(options));
        return runMain(folder, script, all.toArray(String[]::new));
    }

    /** Runs a copy of a script as {@code main.py} of a folder, on the device that keeps its files from run to run. */
    public Ended runStored(Path folder, Path script, String... options) throws IOException, InterruptedException {
        return startMain(folder, script, List.of(options)).await();
    }

    /** Starts a copy of a script as {@code main.py} of a folder, on a fresh device. */
    public Running startMain(Path folder, Path script, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--fresh"));
        all.addAll(List.of(options));
        return startMain(folder, script, all);
    }

    private Running startMain(Path folder, Path script, List<String> options) throws IOException {
        Files.copy(script, folder.resolve("main.py"), StandardCopyOption.REPLACE_EXISTING);
        List<String> command = new ArrayList<>(List.of("run"));
        command.addAll(options);
        command.add("main.py");
        return start(folder, command.toArray(String[]::new));
    }
}
