package io.qpy.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Changes in a folder, as a person is told them. */
final class FolderChanges {
    private static final int SHOWN = 3;

    /** How a file has changed. */
    enum Kind {
        NEW("is new"),
        CHANGED("changed"),
        GONE("is gone");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private record Change(String file, Kind kind) {}

    private final Path root;
    private final List<Change> all = new ArrayList<>();

    FolderChanges(Path root) {
        this.root = root;
    }

    void add(Path file, Kind kind) {
        all.add(new Change((file.startsWith(root) ? root.relativize(file) : file).toString(), kind));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** For instance {@code main.py changed, helper.py is gone}. */
    @Override
    public String toString() {
        List<String> shown = new ArrayList<>();
        all.stream().limit(SHOWN).forEach(each -> shown.add(each.file() + " " + each.kind().text));
        return String.join(", ", shown) + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "");
    }
}
