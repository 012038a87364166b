package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Small documents, and the rows that {@code qpy doc} shows for them. */
class DocTest {
    private static final Path DOCUMENTS = Path.of("doc").toAbsolutePath();
    private static final String ENDLESS = "endless.md";

    @TempDir
    private Path home;

    @TestFactory
    Stream<DynamicTest> documents() throws Exception {
        List<String> names = names();
        assertTrue(names.size() > 5, names::toString);
        List<String> rows = rows(names.stream().filter(each -> !each.equals(ENDLESS)));
        rows.addAll(rows(Stream.of("--timeout", "3s", ENDLESS)));
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> hasRows(name, rows)));
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** One row for each block, without how long it took and how wide the columns are. */
    private List<String> rows(Stream<String> arguments) throws Exception {
        String[] all = Stream.concat(Stream.of("doc"), arguments).toArray(String[]::new);
        Launcher.Ended ended = new Launcher(home).run(DOCUMENTS, all);
        assertEquals("", ended.errors());
        assertEquals(1, ended.exitCode());
        return ended.output()
                .lines()
                .map(each -> each.replaceAll(" +\\d+\\.\\d\\d s", "").replaceAll(" {2,}", "  "))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void hasRows(String name, List<String> rows) throws IOException {
        String own = rows.stream()
                .filter(each -> each.startsWith(name + ":"))
                .map(each -> each + "\n")
                .collect(Collectors.joining());
        assertEquals(Files.readString(DOCUMENTS.resolve(name + ".exp")), own);
    }
}
