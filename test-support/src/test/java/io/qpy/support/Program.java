package io.qpy.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this PC that runs to its end. What it prints on both streams is its output. */
public final class Program {
    private static final int PATIENCE_SECONDS = 60;

    private final List<String> command;
    private final Path folder;

    private Program(List<String> command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** The program with its arguments. */
    public static Program of(String... command) {
        return of(List.of(command));
    }

    /** The program with its arguments. */
    public static Program of(List<String> command) {
        return new Program(command, Path.of(""));
    }

    /** The same program, run in another folder. */
    public Program in(Path otherFolder) {
        return new Program(command, otherFolder);
    }

    /** Whether a program of that name can be started. */
    public static boolean isOnPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, name)));
    }

    /** How it ended, with its output in UTF-8. */
    public record Ended(int exitCode, String output) {}

    /** Gives the program some input and waits for its end, whatever the exit code. */
    public Ended end(byte[] input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> command + " does not end");
        return new Ended(process.exitValue(), output);
    }

    /** Gives the program some input, waits for its end and returns its output; fails if the exit code is not 0. */
    public String run(byte[] input) throws IOException, InterruptedException {
        Ended ended = end(input);
        assertEquals(0, ended.exitCode(), () -> command + ": " + ended.output());
        return ended.output();
    }

    /** The same without input. */
    public String run() throws IOException, InterruptedException {
        return run(new byte[0]);
    }
}
