package io.qpy.testing.coverage;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What of the scripts has run, in all tests together. */
public final class Coverage {
    private final Map<Path, FileCoverage> files = new ConcurrentSkipListMap<>();

    FileCoverage file(Path path) {
        return files.computeIfAbsent(path, FileCoverage::new);
    }

    /** Those that a test has loaded, in the order of their paths. */
    public Collection<FileCoverage> files() {
        return List.copyOf(files.values());
    }
}
