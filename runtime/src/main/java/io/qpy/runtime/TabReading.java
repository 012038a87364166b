package io.qpy.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads indentation with a tab counting up to the next multiple of a number of columns: eight, as MicroPython does, or four, as the
 * documentation's authors saw it in their editor.
 *
 * <p>Only the leading white space of lines that begin a statement changes; the lines of a string in triple quotes, of
 * a bracket or after a backslash stay as they are, and no line moves.
 */
public final class TabReading {
    /** What MicroPython and CPython count. CPython refuses lines that would stand elsewhere if a tab were one column. */
    public static final int MODULE = 8;

    /** What editors show. */
    public static final int EDITOR = 4;

    private final String source;
    private final int columns;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int brackets;

    private TabReading(String source, int columns) {
        this.source = source;
        this.columns = columns;
    }

    /** The source with its indenting tabs replaced by spaces. */
    public static String apply(String source, int columns) {
        return source.indexOf('\t') < 0 ? source : new TabReading(source, columns).read();
    }

    /** The line of the last indenting tab up to the line that the compiler complained of, else of the next. */
    public static int tabLine(String source, int from) {
        List<String> lines = Arrays.asList(source.split("\n", -1));
        int last = Math.max(0, Math.min(from, lines.size()));
        return IntStream.concat(
                        IntStream.rangeClosed(1, last).map(line -> last + 1 - line),
                        IntStream.rangeClosed(last + 1, lines.size()))
                .filter(line -> isTabIndented(lines.get(line - 1)))
                .findFirst()
                .orElse(from);
    }

    private static boolean isTabIndented(String line) {
        String indentation =
                line.substring(0, line.length() - line.stripLeading().length());
        return indentation.indexOf('\t') >= 0;
    }

    private String read() {
        while (at < source.length()) {
            indentation();
            statementLine();
        }
        return out.toString();
    }

    private void indentation() {
        int column = 0;
        while (at < source.length() && (source.charAt(at) == '\t' || source.charAt(at) == ' ')) {
            column = source.charAt(at) == '\t' ? (column / columns + 1) * columns : column + 1;
            at++;
        }
        out.append(" ".repeat(column));
    }

    /** Copies up to the line end that closes the statement's line. */
    private void statementLine() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '#') {
                copyUntilLineEnd();
            } else if (c == '"' || c == '\'') {
                copyString(c);
            } else if (c == '\\') {
                copy(2);
            } else {
                countBracket(c);
                copy(1);
                if (c == '\n' && brackets == 0) {
                    return;
                }
            }
        }
    }

    private void countBracket(char c) {
        if ("([{".indexOf(c) >= 0) {
            brackets++;
        } else if (")]}".indexOf(c) >= 0 && brackets > 0) {
            brackets--;
        }
    }

    private void copyUntilLineEnd() {
        while (at < source.length() && source.charAt(at) != '\n') {
            copy(1);
        }
    }

    private void copyString(char quote) {
        String triple = String.valueOf(quote).repeat(3);
        boolean isTriple = source.startsWith(triple, at);
        String end = isTriple ? triple : String.valueOf(quote);
        copy(end.length());
        while (at < source.length() && !source.startsWith(end, at)) {
            if (!isTriple && source.charAt(at) == '\n') {
                return;
            }
            copy(source.charAt(at) == '\\' ? 2 : 1);
        }
        copy(end.length());
    }

    private void copy(int count) {
        int end = Math.min(at + count, source.length());
        out.append(source, at, end);
        at = end;
    }
}
