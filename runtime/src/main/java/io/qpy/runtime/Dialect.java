package io.qpy.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a script's text what CPython's grammar accepts and MicroPython's compiler refuses, where exceptions are caught by
 * name, numbers that begin with zeros, and whether {@code dialect.py} is to read the syntax tree. One pass over the characters: it
 * costs every script, so that it builds no tokens.
 */
final class Dialect {
    /** What MicroPython refuses, and where; line and column from 1. */
    record Refusal(Kind kind, int line, int column) {}

    enum Kind {
        /** A character 0, which is in no text. */
        NUL,
        /** {@code 1if x else 2}: MicroPython reads a number to the last letter. */
        NUMBER,
        /** {@code f(x=1, *y)}, which CPython allows. */
        ARGUMENT_ORDER,
        /** {@code "\N{…}"}: it has no names of characters. */
        CHARACTER_NAME
    }

    private static final Pattern GLUED = Pattern.compile(
            "(?:0[xX][0-9a-fA-F_]+|0[oObB][0-7_]+|[0-9.][0-9._]*(?:[eE][+-]?[0-9_]+)?[jJ]?)(?:and|or|if|else|in|is|not|for)\\b");

    private static final Pattern ZEROS = Pattern.compile("0+[1-9][0-9]*");

    /** The function of boot.py's that sees what is caught. */
    private static final String CAUGHT = "__caught__";

    private static final Pattern INTEGER = Pattern.compile("=?\\s*(?:0[xXoObB]\\w+|[0-9][0-9_]*)(?![\\w.])");

    private static final Set<String> KEYWORDS = Set.of(
            "and", "or", "not", "in", "is", "if", "else", "elif", "while", "for", "return", "yield", "lambda", "assert",
            "del", "raise", "from", "import", "with", "as", "await", "except", "case", "match", "1");

    /** An open bracket: whether it holds the arguments of a call, and what was in it. */
    private static final class Bracket {
        private final boolean call;
        private boolean named;
        private boolean lambda;

        Bracket(boolean call) {
            this.call = call;
        }
    }

    private final String source;
    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private String word = "";
    private String wordBefore = "";
    private boolean argumentBegins;
    private int at;
    private final List<Edit> edits = new ArrayList<>();
    private int kindsBegin = -1;
    private boolean inTree;
    private final Refusal refusal;

    private Dialect(String source) {
        this.source = source;
        refusal = find();
    }

    /** What stands in the place of a part of the source; offsets in it. */
    private record Edit(int begin, int end, String text) {}

    static Dialect read(String source) {
        return new Dialect(source);
    }

    /** The first refusal, or null. */
    Refusal refusal() {
        return refusal;
    }

    /**
     * Whether something stands there that {@code dialect.py} changes in the tree: a name that begins with two underscores and ends
     * otherwise, or a division with {@code //} of what may be a float, by what is no integer's literal.
     */
    boolean isReadAsTree() {
        return inTree;
    }

    /**
     * The source as CPython's compiler is to have it: with a call of {@link #CAUGHT} around the kinds in {@code except KINDS as
     * name}, and numbers without zeros in front. No line begins elsewhere.
     */
    String text() {
        if (edits.isEmpty()) {
            return source;
        }
        StringBuilder changed = new StringBuilder();
        int copied = 0;
        edits.sort(Comparator.comparingInt(Edit::begin));
        for (Edit each : edits) {
            changed.append(source, copied, each.begin()).append(each.text());
            copied = each.end();
        }
        return changed.append(source, copied, source.length()).toString();
    }

    private Refusal find() {
        if (source.indexOf('\0') >= 0) {
            return refusal(Kind.NUL, source.indexOf('\0'));
        }
        while (at < source.length()) {
            int begin = at;
            Kind kind = next(source.charAt(at));
            if (kind != null) {
                return refusal(kind, begin);
            }
        }
        return null;
    }

    private Refusal refusal(Kind kind, int offset) {
        int line =
                (int) source.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
        return new Refusal(kind, line, offset - source.lastIndexOf('\n', offset - 1));
    }

    private Kind next(char c) {
        if (c == '#') {
            at = orEnd(source.indexOf('\n', at));
        } else if (c == '"' || c == '\'') {
            return string(c);
        } else if (isDigit(c) || (c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1)))) {
            return number();
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            return sign(c);
        }
        return null;
    }

    private int orEnd(int offset) {
        return offset < 0 ? source.length() : offset;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void word() {
        int begin = at;
        while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
            at++;
        }
        wordBefore = word;
        word = source.substring(begin, at);
        inTree |= word.startsWith("__") && !word.endsWith("__");
        if (brackets.isEmpty()) {
            handler();
        } else {
            Bracket bracket = brackets.peek();
            bracket.lambda |= word.equals("lambda");
            bracket.named |= argumentBegins && isNamed();
        }
        argumentBegins = false;
    }

    private void handler() {
        if (word.equals("except")) {
            kindsBegin = at;
        } else if (word.equals("as") && kindsBegin >= 0) {
            int kindsEnd = at - word.length();
            String kinds = source.substring(kindsBegin, kindsEnd).strip();
            if (!kinds.isEmpty() && !kinds.startsWith("*")) {
                edits.add(new Edit(kindsBegin, kindsBegin, " " + CAUGHT + "("));
                edits.add(new Edit(kindsEnd, kindsEnd, ") "));
            }
            kindsBegin = -1;
        }
    }

    private boolean isNamed() {
        int after = at;
        while (after < source.length() && Character.isWhitespace(source.charAt(after))) {
            after++;
        }
        return source.startsWith("=", after) && !source.startsWith("==", after);
    }

    private Kind number() {
        Matcher glued = GLUED.matcher(source).region(at, Math.min(source.length(), at + 200));
        boolean isGlued = glued.lookingAt();
        int begin = at;
        while (at < source.length()
                && (Character.isJavaIdentifierPart(source.charAt(at)) || source.charAt(at) == '.')) {
            at++;
        }
        dropZeros(begin);
        word = "1";
        argumentBegins = false;
        return isGlued ? Kind.NUMBER : null;
    }

    /** {@code 08} is 8, and {@code 010} is 10. */
    private void dropZeros(int begin) {
        String number = source.substring(begin, at);
        if (ZEROS.matcher(number).matches()) {
            String digits = number.replaceFirst("^0+", "");
            edits.add(new Edit(begin, at, digits + " ".repeat(number.length() - digits.length())));
        }
    }

    private Kind string(char quote) {
        String prefix = isPrefix() ? word.toLowerCase(Locale.ROOT) : "";
        boolean raw = prefix.contains("r");
        boolean named = false;
        String end = source.startsWith(("" + quote).repeat(3), at) ? ("" + quote).repeat(3) : "" + quote;
        at += end.length();
        while (at < source.length() && !source.startsWith(end, at)) {
            char c = source.charAt(at);
            if (c == '\n' && end.length() == 1) {
                break;
            }
            named |= !raw && !prefix.contains("b") && source.startsWith("\\N{", at);
            at += c == '\\' ? 2 : 1;
        }
        at = Math.min(source.length(), at + end.length());
        word = "''";
        argumentBegins = false;
        return named ? Kind.CHARACTER_NAME : null;
    }

    private boolean isPrefix() {
        return word.length() <= 2
                && at > 0
                && Character.isLetter(source.charAt(at - 1))
                && word.toLowerCase(Locale.ROOT).matches("[rbuf]+");
    }

    private Kind sign(char c) {
        at++;
        switch (c) {
            case '(', '[', '{' -> open(c == '(' && isCallee());
            case ')', ']', '}' -> brackets.poll();
            case ',' -> argumentBegins = inArguments();
            case ':' -> endLambda();
            case '/' -> division();
            case '*' -> {
                return star();
            }
            default -> {
                if (Character.isWhitespace(c) || c == '\\') {
                    return null;
                }
                argumentBegins = false;
            }
        }
        word = c == ')' || c == ']' || c == '}' ? ")" : "";
        return null;
    }

    private void open(boolean call) {
        brackets.push(new Bracket(call));
        argumentBegins = call;
    }

    /** Whether a bracket here begins arguments: after a value that is no keyword, and not in a {@code def}. */
    private boolean isCallee() {
        return !word.isEmpty() && !wordBefore.equals("def") && !KEYWORDS.contains(word);
    }

    private boolean inArguments() {
        return !brackets.isEmpty() && brackets.peek().call && !brackets.peek().lambda;
    }

    private void division() {
        if (source.startsWith("/", at)) {
            at++;
            inTree |= !INTEGER.matcher(source).region(at, source.length()).lookingAt();
        }
        argumentBegins = false;
    }

    private void endLambda() {
        if (brackets.isEmpty()) {
            kindsBegin = -1;
        } else {
            brackets.peek().lambda = false;
        }
        argumentBegins = false;
    }

    private Kind star() {
        boolean twice = source.startsWith("*", at);
        at += twice ? 1 : 0;
        word = "";
        if (!argumentBegins || !inArguments()) {
            return null;
        }
        argumentBegins = false;
        Bracket bracket = brackets.peek();
        if (!twice && bracket.named) {
            return Kind.ARGUMENT_ORDER;
        }
        bracket.named |= twice;
        return null;
    }
}
