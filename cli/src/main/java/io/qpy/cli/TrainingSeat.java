package io.qpy.cli;

import io.qpy.repl.terminal.DistantTerminal;
import io.qpy.repl.terminal.Seat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A terminal at which nobody sits: a few statements are typed, one is completed, and the prompt is left. */
final class TrainingSeat implements Seat {
    private static final String KEYS = "import utime\r" // a statement
            + "def f(x):\rreturn x\r\r" // a block
            + "f(1)\r" // an expression
            + "utime.sleep\t\t\u0015" // a completion, its menu; then the line is emptied
            + "1 / 0\r" // a traceback
            + "\u0018"; // Ctrl-X

    private final Path history;

    TrainingSeat(Path history) {
        this.history = history;
    }

    @Override
    public org.jline.terminal.Terminal open() throws IOException {
        DistantTerminal terminal = new DistantTerminal(
                "xterm-256color",
                USUAL_SIZE,
                new ByteArrayInputStream(KEYS.getBytes(StandardCharsets.US_ASCII)),
                OutputStream.nullOutputStream(),
                () -> {});
        terminal.setEnv(this::environmentForJline);
        return terminal;
    }

    @Override
    public String environment(String name) {
        return null;
    }

    @Override
    public Path history(Path usual) {
        return history;
    }

    @Override
    public void abandon(int exitCode) {}
}
