package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What comments cite by number has an entry in docs/design/facts.md, and each entry has its source. */
class FactsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FACTS = ROOT.resolve("docs/design/facts.md");

    private static final Set<String> TYPES = Set.of("java", "py", "md", "txt", "toml");

    /** Folders of what is built, and of Git's. */
    private static final Set<String> SKIPPED = Set.of("target", ".git");

    /** The end of a comment's line and what begins its next. */
    private static final Pattern CONTINUED = Pattern.compile("\\h*+\\R\\s*+(?:\\*\\s|//\\s|#\\s)?\\s*+");

    private static final String NUMBER = "B?\\d+(?:\\.\\d+)?";
    private static final String NUMBERS = NUMBER + "(?:(?:,|,? and|,? or| to) " + NUMBER + ")*";

    /** The citation of one fact, of several, or of a section. */
    private static final Pattern CITATION =
            Pattern.compile("(?i)\\bfacts(?:-board)?(?:\\.md)?,? (?:sections? )?(" + NUMBERS + ")");

    /** One number, or the first and last of several. */
    private static final Pattern ITEM = Pattern.compile("(" + NUMBER + ")(?: to (" + NUMBER + "))?");

    private static final Pattern SECTION = Pattern.compile("(?m)^## (\\d+)\\. ");
    private static final Pattern ENTRY = Pattern.compile("(?ms)^- \\*\\*(B?\\d+\\.\\d+)\\*\\* (.*?)(?=^- |^#|\\z)");

    private static final int FEWEST_CITED = 60;

    /** An entry of sections 1 to 11, what scripts can see. */
    private static final Pattern OF_BOARD = Pattern.compile("B(?:[1-9]|1[01])\\.\\d+");

    private static final int FEWEST_OF_BOARD = 99;

    /** A row of the table of tests: the entry, files in tests/device, what is not simulated. */
    private static final Pattern TESTED =
            Pattern.compile("(?m)^\\| (B\\d+\\.\\d+) \\|((?: `[^`|]+`,?)*) +\\| ([^|]*?) ?\\|$");

    private static final Pattern NAMED_FILE = Pattern.compile("`([^`]+)`");
    private static final Pattern RANGE = Pattern.compile(NUMBER + " to " + NUMBER);
    private static final Path TESTS = Path.of("device");

    @Test
    void everyNumberThatIsCitedHasAnEntry() throws IOException {
        Map<String, Path> cited = cited();
        assertTrue(cited.size() >= FEWEST_CITED, cited.toString());
        String facts = Files.readString(FACTS);
        cited.keySet().removeAll(first(SECTION, facts));
        cited.keySet().removeAll(first(ENTRY, facts));
        assertEquals(Map.of(), cited, "cited, but not in " + FACTS);
    }

    @Test
    void everyEntryStandsOnceAndEndsWithItsSource() throws IOException {
        Set<String> seen = new TreeSet<>();
        Matcher entry = ENTRY.matcher(Files.readString(FACTS));
        while (entry.find()) {
            assertTrue(seen.add(entry.group(1)), entry.group(1) + " stands twice");
            assertTrue(entry.group(2).strip().endsWith("]"), entry.group(1) + " names no source");
        }
    }

    /** Each entry of the board's has a test that names it by its own number, or a reason why there is none. */
    @Test
    void everyEntryOfTheBoardIsTestedOrSaidNotToBeSimulated() throws IOException {
        String facts = Files.readString(FACTS);
        Set<String> entries = first(ENTRY, facts);
        entries.removeIf(number -> !OF_BOARD.matcher(number).matches());
        List<String> wrong = new ArrayList<>();
        Set<String> rows = new TreeSet<>();
        Matcher row = TESTED.matcher(facts);
        while (row.find()) {
            String number = row.group(1);
            if (!rows.add(number)) {
                wrong.add(number + " has two rows");
            }
            List<String> files = NAMED_FILE
                    .matcher(row.group(2))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            if (files.isEmpty() && row.group(3).isBlank()) {
                wrong.add(number + " has neither a test nor a reason");
            }
            for (String file : files) {
                if (!names(TESTS.resolve(file), number)) {
                    wrong.add(file + " does not name " + number);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(entries.size() >= FEWEST_OF_BOARD, entries.toString());
        assertEquals(entries, rows);
    }

    /** Whether there is a file that names an entry, and not only several of which it is one. */
    private static boolean names(Path file, String number) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String text = RANGE.matcher(Files.readString(file)).replaceAll("");
        return Pattern.compile("\\b" + Pattern.quote(number) + "\\b")
                .matcher(text)
                .find();
    }

    @Test
    void readsTheFormsOfACitation() {
        assertEquals(List.of("3.5", "3.6", "3.7", "3.8"), numbers("facts.md 3.5 to 3.8: registration"));
        assertEquals(List.of("10.1", "11.50", "11.51"), numbers("\"\"\"facts.md 10.1, 11.50 to 11.51.\"\"\""));
        assertEquals(List.of("7.5", "11.4"), numbers("/**\n * The file of the boot (facts.md\n * 7.5 and 11.4).\n */"));
        assertEquals(List.of("7", "B3.26"), numbers("facts.md section 7; (facts-board.md B3.26)"));
        assertEquals(List.of("2.2"), numbers("X = 5  # seconds, facts.md 2.2\nY = 1"));
    }

    /** The numbers that are cited anywhere, each with a file that does. */
    private static Map<String, Path> cited() throws IOException {
        Map<String, Path> cited = new TreeMap<>();
        for (Path file : sources()) {
            // what is not ASCII is in no citation, and some scripts are in other encodings on purpose
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            numbers(text).forEach(number -> cited.put(number, ROOT.relativize(file)));
        }
        return cited;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = SKIPPED.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                String type = name.substring(name.lastIndexOf('.') + 1);
                if (attributes.isRegularFile() && TYPES.contains(type) && !name.equals("FactsTest.java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    /** The numbers that a text cites, those between "3.5 to 3.8" too. */
    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher citation = CITATION.matcher(CONTINUED.matcher(text).replaceAll(" "));
        while (citation.find()) {
            Matcher item = ITEM.matcher(citation.group(1));
            while (item.find()) {
                String last = item.group(2) == null ? item.group(1) : item.group(2);
                numbers.addAll(range(item.group(1), last));
            }
        }
        return numbers;
    }

    private static List<String> range(String first, String last) {
        if (first.equals(last)) {
            return List.of(first);
        }
        int point = first.indexOf('.') + 1;
        List<String> range = new ArrayList<>();
        for (int i = Integer.parseInt(first.substring(point)); i <= Integer.parseInt(last.substring(point)); i++) {
            range.add(first.substring(0, point) + i);
        }
        return range;
    }

    /** The first group of each match. */
    private static Set<String> first(Pattern pattern, String text) {
        Set<String> groups = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            groups.add(matcher.group(1));
        }
        return groups;
    }
}
