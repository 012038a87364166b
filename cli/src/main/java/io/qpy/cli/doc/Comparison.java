package io.qpy.cli.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a document shows beside what was printed. */
final class Comparison {
    private static final Pattern COMMENT = Pattern.compile("\\s*(#|//).*");
    private static final Pattern TRAILING_COMMENT =
            Pattern.compile("(?<=.)\\s+(#|//).*|(?<=[\\d'\")\\]}])\\s*(#|//).*");
    private static final Pattern PLACE = Pattern.compile("Traceback \\(most recent call last\\):|  File \".*");
    private static final Pattern ELLIPSIS = Pattern.compile("\\.{3,}|…+");
    private static final Pattern SUCCESS = Pattern.compile("\\+?\\d+");
    private static final String FAILURE = "-1";

    private final LooseText loose;
    private final List<Step.Line> shown;
    private final List<String> printed;
    private final List<String> loosePrinted;

    Comparison(LooseText loose, List<Step.Line> documented, String output) {
        this.loose = loose;
        printed = output.lines()
                .filter(each -> !each.isBlank() && !PLACE.matcher(each).matches())
                .toList();
        loosePrinted = printed.stream().map(loose::of).toList();
        Set<String> lines = Set.copyOf(loosePrinted);
        shown = documented.stream()
                .filter(each -> !PLACE.matcher(each.text()).matches())
                .map(each -> withoutComment(each, lines))
                .filter(each -> !each.text().isBlank())
                .toList();
    }

    /** A line without the document's comment, unless that was printed just so. */
    private Step.Line withoutComment(Step.Line line, Set<String> lines) {
        String text = line.text();
        if (lines.contains(loose.of(text))) {
            return line;
        }
        String without = COMMENT.matcher(text).matches()
                ? ""
                : TRAILING_COMMENT.matcher(text).replaceFirst("");
        return new Step.Line(line.number(), without);
    }

    boolean isAlike() {
        if (shown.isEmpty()) {
            return true;
        }
        String whole = join(shown.stream().map(Step.Line::text).toList());
        if (SUCCESS.matcher(whole).matches() && join(printed).equals(FAILURE)) {
            return false; // what most of the firmware's functions give where they fail
        }
        // A bytes object that goes over several lines of the document is one token only when they are one.
        return matches(pieces(), String.join("", loosePrinted))
                || loose.of(whole).equals(loose.of(join(printed)));
    }

    /** Whether each line that is shown was printed, in this order, among others. */
    boolean isAmongOthers() {
        int from = 0;
        for (Step.Line each : shown) {
            String wanted = loose.of(each.text());
            while (from < printed.size() && !loosePrinted.get(from).equals(wanted)) {
                from++;
            }
            if (from++ >= printed.size()) {
                return false;
            }
        }
        return true;
    }

    private static String join(List<String> lines) {
        return String.join(" ", lines).strip();
    }

    /** What stands between ellipses, as loose text. */
    private List<String> pieces() {
        List<String> pieces = new ArrayList<>(List.of(""));
        for (Step.Line each : shown) {
            String[] parts = ELLIPSIS.split(each.text(), -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    pieces.add("");
                }
                int last = pieces.size() - 1;
                pieces.set(last, pieces.get(last) + loose.of(parts[i]));
            }
        }
        return pieces;
    }

    private static boolean matches(List<String> pieces, String text) {
        String last = pieces.get(pieces.size() - 1);
        if (pieces.size() == 1) {
            return text.equals(last);
        }
        if (!text.startsWith(pieces.get(0))) {
            return false;
        }
        int from = pieces.get(0).length();
        for (String each : pieces.subList(1, pieces.size() - 1)) {
            int found = text.indexOf(each, from);
            if (found < 0) {
                return false;
            }
            from = found + each.length();
        }
        return text.length() - from >= last.length() && text.endsWith(last);
    }

    /** The first, where they are not alike. */
    Difference difference() {
        String all = String.join("", loosePrinted);
        int from = 0;
        for (Step.Line each : shown) {
            String wanted = loose.of(each.text());
            if (!all.startsWith(wanted, from)) {
                return new Difference(each.number(), each.text(), printedAt(from));
            }
            from += wanted.length();
        }
        Step.Line last = shown.get(shown.size() - 1);
        return from < all.length()
                ? new Difference(last.number(), "", printedAt(from))
                : new Difference(last.number(), last.text(), join(printed));
    }

    /** The printed line that a place of the loose text is in. */
    private String printedAt(int place) {
        int end = 0;
        for (int i = 0; i < printed.size(); i++) {
            end += loosePrinted.get(i).length();
            if (place < end) {
                return printed.get(i);
            }
        }
        return "";
    }
}
