package io.qpy.cli.doc;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that opens a fenced block, in a list or a block quote too.
 *
 * @param quotes how many block quotes it is in
 * @param indent the columns before it, list markers among them
 * @param mark what it is made of, three or more
 * @param language the first word after it, in lower case; may be empty
 */
record Fence(int quotes, int indent, String mark, String language) {
    private static final Pattern OPENING = Pattern.compile(
            "((?:\\s*>){0,9})((?:\\s*(?:[-*+]|\\d{1,9}[.)])\\s){0,9}\\s*)(`{3,}(?=[^`]*$)|~{3,})\\s*\\{?[.\\s]*([\\w+-]*).*");
    private static final Set<String> PYTHON =
            Set.of("python", "python3", "py", "py3", "micropython", "pycon", "pycon3", "python-repl", "python-console");
    private static final int TAB = 4;
    private static final int CLOSING_INDENT = 4; // a fence that is indented more belongs to the block's text

    /** The fence that a line opens; null where it opens none. */
    static Fence of(String line) {
        if (!line.contains("```") && !line.contains("~~~")) {
            return null;
        }
        Matcher matcher = OPENING.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        int quotes = (int) matcher.group(1).chars().filter(c -> c == '>').count();
        String before = quotes > 0 && matcher.group(2).startsWith(" ")
                ? matcher.group(2).substring(1)
                : matcher.group(2);
        return new Fence(
                quotes, columns(before), matcher.group(3), matcher.group(4).toLowerCase(Locale.ROOT));
    }

    boolean isPython() {
        return PYTHON.contains(language);
    }

    /** Whether it says nothing of its language. */
    boolean isBare() {
        return language.isEmpty();
    }

    boolean isClosedBy(String line) {
        String text = line.strip();
        return text.length() >= mark.length()
                && text.equals(mark.substring(0, 1).repeat(text.length()))
                && columns(line.substring(0, line.indexOf(text))) < indent + CLOSING_INDENT;
    }

    /** A line of the document without the marks of the block quotes; null where it is outside of them. */
    String withoutQuotes(String line) {
        String rest = line;
        for (int i = 0; i < quotes; i++) {
            String stripped = rest.stripLeading();
            if (!stripped.startsWith(">")) {
                return null;
            }
            rest = stripped.substring(1);
        }
        return quotes > 0 && rest.startsWith(" ") ? rest.substring(1) : rest;
    }

    /** A line without white space of as many columns as stand before the fence. */
    String withoutIndent(String line) {
        int column = 0;
        int at = 0;
        while (at < line.length() && column < indent && Character.isWhitespace(line.charAt(at))) {
            column += line.charAt(at) == '\t' ? TAB - column % TAB : 1;
            at++;
        }
        return " ".repeat(Math.max(0, column - indent)) + line.substring(at);
    }

    private static int columns(String text) {
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            column += text.charAt(i) == '\t' ? TAB - column % TAB : 1;
        }
        return column;
    }
}
