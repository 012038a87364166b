package io.qpy.testing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tests a change touches: those of files that have changed, or that import what has, by way of others too. It goes by
 * the names in import statements, and by the names of data files that stand in a script's text; so it is rather too many.
 */
public final class Rerun {
    private static final Pattern IMPORT = Pattern.compile("\\b(?:from|import)\\b[^(\\n]*(?:\\([^)]*\\))?[^\\n]*");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final String CONFIGURATION = "qpy.toml";

    private final Map<Path, String> scripts;
    private final Set<Path> changed;

    public Rerun(Sources sources, Set<Path> changed) {
        scripts = sources.scripts();
        this.changed = changed;
    }

    /** Of some files, those that the change touches. */
    public List<TestFile> touched(List<TestFile> files) {
        return files.stream().filter(this::touches).toList();
    }

    /**
     * Of some files, the tests that have failed.
     *
     * @param failed their ids
     */
    public static List<TestFile> failed(List<TestFile> files, Set<String> failed) {
        List<TestFile> all = new ArrayList<>();
        for (TestFile file : files) {
            String path = file.path().toString();
            List<String> names = failed.stream()
                    .filter(id -> id.startsWith(path + "::"))
                    .map(id -> id.substring(path.length() + 2))
                    .toList();
            if (failed.contains(path)) {
                all.add(file);
            } else if (!names.isEmpty()) {
                all.add(TestFile.of(file.path(), names));
            }
        }
        return all;
    }

    private boolean touches(TestFile file) {
        Path path = file.path().toAbsolutePath().normalize();
        Set<Path> seen = new HashSet<>(Set.of(path));
        Deque<Path> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            Path script = next.pop();
            if (changed.contains(script) || changed.stream().anyMatch(each -> needs(script, each))) {
                return true;
            }
            scripts.keySet().stream()
                    .filter(each -> needs(script, each))
                    .filter(seen::add)
                    .forEach(next::push);
        }
        return changed.contains(TestFile.expectation(path));
    }

    /** Whether a script says that it needs a file. */
    private boolean needs(Path script, Path file) {
        String text = scripts.getOrDefault(script, "");
        String name = file.getFileName().toString();
        if (!name.endsWith(".py")) {
            return name.equals(CONFIGURATION) || text.contains(name);
        }
        boolean isPackage = name.equals("__init__.py") && file.getParent().getFileName() != null;
        return imported(text)
                .contains(isPackage ? file.getParent().getFileName().toString() : name.substring(0, name.length() - 3));
    }

    private static Set<String> imported(String text) {
        Set<String> words = new HashSet<>();
        Matcher statement = IMPORT.matcher(text);
        while (statement.find()) {
            WORD.matcher(statement.group()).results().forEach(word -> words.add(word.group()));
        }
        return words;
    }
}
