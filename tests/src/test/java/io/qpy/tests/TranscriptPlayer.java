package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qpy.support.TmuxScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types a transcript of {@code tests/repl} and compares the screen. */
final class TranscriptPlayer {
    static final Path TRANSCRIPTS = Path.of("repl");

    private TranscriptPlayer() {}

    /**
     * Plays one in a folder that is empty; skips the test where there is no tmux.
     *
     * @param environment {@code NAME=VALUE}; the transcript's comes after it
     */
    static void play(String name, Path folder, List<String> environment) throws IOException, InterruptedException {
        assumeTrue(TmuxScreen.isInstalled(), "needs tmux");
        Transcript transcript = Transcript.of(Files.readAllLines(TRANSCRIPTS.resolve(name)));
        for (Map.Entry<String, String> file : transcript.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        List<String> variables = Stream.concat(environment.stream(), transcript.environment().stream())
                .toList();
        try (TmuxScreen screen = new TmuxScreen(folder, transcript.size(), variables, transcript.command())) {
            for (String step : transcript.steps()) {
                play(screen, step);
            }
            String seen = screen.text();
            String wanted = String.join("\n", transcript.screen());
            if (!matches(wanted, seen)) {
                assertEquals(wanted, seen, name);
            }
        }
    }

    private static void play(TmuxScreen screen, String step) throws IOException, InterruptedException {
        String argument = step.substring(step.indexOf(' ') + 1);
        switch (step.substring(0, step.indexOf(' '))) {
            case "<" -> {
                screen.type(argument);
                screen.press("Enter");
            }
            case "<<" -> screen.type(argument);
            case "@" -> screen.awaitColoured(argument);
            case "=" -> screen.resize(argument);
            case "!" -> screen.press(argument.strip());
            default -> screen.await(argument);
        }
    }

    private static boolean matches(String wanted, String seen) {
        String pattern = Stream.of(wanted.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(seen).matches();
    }
}
