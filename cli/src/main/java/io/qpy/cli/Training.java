package io.qpy.cli;

import io.qpy.runtime.StartupTimes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The run that the launcher's class archive is recorded from: a script that uses a little of everything, and a prompt, on
 * throw-away devices.
 */
public final class Training {
    private Training() {}

    public static void main(String[] arguments) throws IOException {
        run();
    }

    static void run() throws IOException {
        Path folder = Files.createTempDirectory("qpy-training");
        Path script = folder.resolve("script.py");
        Path history = folder.resolve("history");
        try (InputStream resource = Training.class.getResourceAsStream("/qpy/training/script.py")) {
            Files.copy(resource, script);
            Terminal nobody = Terminal.discarding();
            run(nobody, "run", "--strict", "--target", "2026", "--fresh", "--timeout", "60s", script.toString());
            run(nobody.at(new TrainingSeat(history)), "repl", "--fresh", "-q");
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(history);
            Files.delete(folder);
        }
    }

    private static void run(Terminal terminal, String... arguments) {
        try (Invocation invocation = Invocation.of(terminal, StartupTimes.sinceNow())) {
            int exitCode = Main.execute(invocation, arguments);
            if (exitCode != 0) {
                throw new IllegalStateException(
                        "the training run " + arguments[0] + " ended with exit code " + exitCode);
            }
        }
    }
}
