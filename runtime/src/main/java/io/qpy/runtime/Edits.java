package io.qpy.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text, each in the place of a part of it. */
final class Edits {
    /** Offsets are those of the text before all changes. */
    private record Edit(int begin, int end, String text) {}

    private final String before;
    private final List<Edit> edits = new ArrayList<>();

    Edits(String before) {
        this.before = before;
    }

    /** Puts a text in the place of a part; the parts do not overlap. */
    void add(int begin, int end, String text) {
        edits.add(new Edit(begin, end, text));
    }

    /** Returns the text with all changes. */
    String applied() {
        if (edits.isEmpty()) {
            return before;
        }
        StringBuilder changed = new StringBuilder();
        int copied = 0;
        edits.sort(Comparator.comparingInt(Edit::begin));
        for (Edit each : edits) {
            changed.append(before, copied, each.begin()).append(each.text());
            copied = each.end();
        }
        return changed.append(before, copied, before.length()).toString();
    }
}
