package io.qpy.start;

import io.qpy.repl.terminal.OwnSeat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs that the launcher's class archive is recorded from, on throw-away devices. For its core, a script that does what
 * nearly every script does, and a prompt; for the rest, also a script that uses a little of everything.
 */
public final class Training {
    private final Command command;

    /** The training of this command. */
    public Training(Command command) {
        this.command = command;
    }

    /** All of it. */
    public void run() throws IOException {
        runCore();
        runScript("script.py", "--fresh", "--strict", "--target", "2026");
    }

    /** What the core of the archive is recorded from. */
    public void runCore() throws IOException {
        runScript("core.py", "--fresh");
        try {
            OwnSeat.rehearse();
        } catch (IOException e) {
            // A system without pseudo-terminals, or one for which JLine has no native code: prompts open their terminal
            // more slowly.
        }
        Path folder = Files.createTempDirectory("qpy-training");
        Path history = folder.resolve("history");
        try {
            Terminal nobody = Terminal.discarding();
            run(nobody.at(new TrainingSeat(history)), "repl", "--fresh", "-q");
        } finally {
            Files.deleteIfExists(history);
            Files.delete(folder);
        }
    }

    private void runScript(String name, String... options) throws IOException {
        Path folder = Files.createTempDirectory("qpy-training");
        Path script = folder.resolve(name);
        try (InputStream resource = Training.class.getResourceAsStream("/qpy/training/" + name)) {
            Files.copy(resource, script);
            List<String> arguments = new ArrayList<>(List.of("run", "--timeout", "60s"));
            arguments.addAll(List.of(options));
            arguments.add(script.toString());
            run(Terminal.discarding(), arguments.toArray(String[]::new));
        } finally {
            Files.deleteIfExists(script);
            Files.delete(folder);
        }
    }

    private void run(Terminal terminal, String... arguments) {
        try (Invocation invocation = Invocation.ofTraining(terminal)) {
            int exitCode = command.execute(invocation, arguments);
            if (exitCode != 0) {
                throw new IllegalStateException(
                        "the training run " + arguments[0] + " ended with exit code " + exitCode);
            }
        }
    }
}
