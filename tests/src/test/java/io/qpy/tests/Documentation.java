package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The vendor's documentation, where it lies beside the checkout; a test of it is skipped where it does not. */
final class Documentation {
    private static final Path FILE = Path.of("../../shared/docs/quecpython-third-party.md")
            .toAbsolutePath()
            .normalize();
    private static final Pattern BLOCK = Pattern.compile("^```python\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final int BLOCKS = 18;

    private Documentation() {}

    /** The document; CI must have it. */
    static Path file() {
        boolean there = Files.exists(FILE);
        assertTrue(there || !"true".equals(System.getenv("CI")), "CI must have " + FILE);
        Assumptions.assumeTrue(there, "the documentation is not beside this clone");
        return FILE;
    }

    /** Its python blocks, verbatim. */
    static List<String> blocks() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(file()))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertEquals(BLOCKS, blocks.size());
        return blocks;
    }
}
