package io.qpy.cli;

import io.qpy.runtime.StartupTimes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The run that the launcher's class archive is recorded from: a script that uses a little of everything, on a throw-away
 * device.
 */
public final class Training {
    private Training() {}

    public static void main(String[] arguments) throws IOException {
        run();
    }

    static void run() throws IOException {
        Invocation invocation = Invocation.of(Terminal.discarding(), StartupTimes.sinceNow());
        Path folder = Files.createTempDirectory("qpy-training");
        Path script = folder.resolve("script.py");
        try (InputStream resource = Training.class.getResourceAsStream("/qpy/training/script.py")) {
            Files.copy(resource, script);
            String[] arguments = {
                "run", "--strict", "--target", "2026", "--fresh", "--timeout", "60s", script.toString()
            };
            int exitCode = Main.execute(invocation, arguments);
            if (exitCode != 0) {
                throw new IllegalStateException("the training run ended with exit code " + exitCode);
            }
        } finally {
            Files.deleteIfExists(script);
            Files.delete(folder);
        }
    }
}
