package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No main file is longer than a reader's patience. */
class SizesTest {
    private static final int MOST_LINES = 400;

    /** How many files there must be, for a walk that finds none to be noticed. */
    @ParameterizedTest
    @CsvSource({".py, 60", ".java, 400"})
    void noMainFileIsLong(String ending, int least) throws IOException {
        List<Path> files = SourceFiles.main(ending);
        List<String> tooLong = new ArrayList<>();
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                tooLong.add(file + " has " + lines);
            }
        }
        assertEquals(List.of(), tooLong);
        assertTrue(files.size() >= least, "only " + files.size());
    }
}
