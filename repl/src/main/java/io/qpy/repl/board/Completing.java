package io.qpy.repl.board;

import io.qpy.runtime.Interaction.Completion;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tab at the serial prompt: completes what is certain, and lists the rest in columns. */
final class Completing {
    static final Completing NOTHING = new Completing(code -> List.of());

    private static final int SLOT = 16;
    private static final int WIDTH = 64;

    private final Function<String, List<Completion>> source;

    Completing(Function<String, List<Completion>> source) {
        this.source = source;
    }

    /** {@code insert} gets what is to be typed for the person, {@code list} the names to choose from. */
    void apply(String code, Consumer<String> insert, Consumer<String> list) {
        List<Completion> found = source.apply(code);
        if (found.isEmpty()) {
            return;
        }
        String common = found.get(0).text();
        for (Completion each : found) {
            common = commonStart(common, each.text());
        }
        int typed = code.length() - found.get(0).start();
        if (common.length() > typed) {
            insert.accept(common.substring(typed));
        } else if (found.size() > 1) {
            list.accept(columns(found));
        }
    }

    private static String commonStart(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }

    private static String columns(List<Completion> found) {
        StringBuilder menu = new StringBuilder("\r\n");
        int column = 0;
        for (Completion each : found) {
            int gap = column == 0 ? 0 : (column + SLOT) / SLOT * SLOT - column;
            if (gap == 1) {
                gap += SLOT;
            }
            if (column > 0 && column + gap + each.text().length() > WIDTH) {
                menu.append("\r\n");
                column = 0;
                gap = 0;
            }
            menu.append(" ".repeat(gap)).append(each.text());
            column += gap + each.text().length();
        }
        return menu.append("\r\n").toString();
    }
}
