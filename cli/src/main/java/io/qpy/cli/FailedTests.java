package io.qpy.cli;

import io.qpy.device.flash.PrivateFolder;
import io.qpy.testing.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Which tests have failed when they last ran from a folder; kept in qpy's data folder, not in that one. */
final class FailedTests {
    private final Path file;

    private FailedTests(Path file) {
        this.file = file;
    }

    static FailedTests of(Path home, Path folder) {
        UUID name = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8));
        return new FailedTests(home.resolve("failed-tests").resolve(name + ".txt"));
    }

    Set<String> ids() throws IOException {
        return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Remembers how these went; those that have not run stay as they were. */
    void update(List<TestResult> results) throws IOException {
        Set<String> ids = ids();
        Set<String> before = Set.copyOf(ids);
        for (TestResult result : results) {
            String id = result.id().toString();
            ids.remove(result.id().file().path().toString());
            if (result.outcome().isFailure()) {
                ids.add(id);
            } else {
                ids.remove(id);
            }
        }
        if (!ids.equals(before)) {
            PrivateFolder.create(file.getParent());
            Files.write(PrivateFolder.createFile(file), ids);
        }
    }
}
