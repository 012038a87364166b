package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The prompt on a real terminal, tmux's: the transcripts of {@code tests/repl}, whose README.md says what they are. */
class PromptScreenTest {
    @TempDir
    private Path home;

    static Stream<String> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("repl"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
            assertTrue(names.size() >= 14, "the transcripts are in tests/repl");
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void looksAsItsTranscriptSays(String name) throws IOException, InterruptedException {
        assumeTrue(TmuxScreen.isInstalled(), "needs tmux");
        Transcript transcript = Transcript.of(Files.readAllLines(Path.of("repl", name)));
        Path folder = Files.createDirectory(home.resolve("folder"));
        for (Map.Entry<String, String> file : transcript.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        try (TmuxScreen screen =
                new TmuxScreen(folder, transcript.size(), transcript.environment(), transcript.command())) {
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
