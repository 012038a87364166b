package io.qpy.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandbyFolderTest {
    @TempDir
    private Path temporary;

    /** A launcher would take it for the folder of a process that waits, if it saw it without the claim. */
    @Test
    void isClaimedUntilAllElseIsDeleted() throws IOException {
        // Many, as a folder is listed in any order.
        for (char each = 'a'; each <= 'z'; each++) {
            Files.createFile(temporary.resolve(Character.toString(each)));
        }
        // Not deleted, as it is not empty: what is deleted after it would be there still.
        Path claimed = Files.createDirectory(temporary.resolve("claimed"));
        Path content = Files.createFile(claimed.resolve("content"));
        new StandbyFolder(temporary, temporary).delete();
        try (Stream<Path> left = Files.walk(temporary)) {
            assertEquals(List.of(temporary, claimed, content), left.toList());
        }
    }
}
