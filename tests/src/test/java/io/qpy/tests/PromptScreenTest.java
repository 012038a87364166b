package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The prompt on a real terminal, tmux's: the transcripts of {@code tests/repl}, whose README.md says what they are. */
class PromptScreenTest {
    @TempDir
    private Path home;

    static Stream<String> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(TranscriptPlayer.TRANSCRIPTS)) {
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
        Path folder = Files.createDirectory(home.resolve("folder"));
        TranscriptPlayer.play(name, folder, new Launcher(home.resolve("home")).environment());
    }
}
