package io.qpy.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The main sources of this project. */
final class SourceFiles {
    private SourceFiles() {}

    /** The files below a folder whose names end so. */
    static List<Path> in(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** The main files of all modules whose names end so. */
    static List<Path> main(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : modules.map(each -> each.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .toList()) {
                found.addAll(in(module, ending));
            }
        }
        return found;
    }
}
