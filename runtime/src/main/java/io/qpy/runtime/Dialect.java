package io.qpy.runtime;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a script's text what CPython's grammar accepts and MicroPython's compiler refuses, where exceptions are caught by
 * name, numbers that begin with zeros, and whether {@code dialect/tree.py} is to read the syntax tree. One pass over the characters: it
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

    /** The function of boot/functions.py that sees what is caught. */
    private static final String CAUGHT = "__caught__";

    private static final Pattern INTEGER = Pattern.compile("=?\\s*(?:0[xXoObB]\\w+|[0-9][0-9_]*)(?![\\w.])");

    private static final Set<String> KEYWORDS = Set.of(
            "and", "or", "not", "in", "is", "if", "else", "elif", "while", "for", "return", "yield", "lambda", "assert",
            "del", "raise", "from", "import", "with", "as", "await", "except", "case", "match", "1");

    private final String source;
    private final Edits edits;
    private final Brackets brackets = new Brackets();
    private String word = "";
    private String wordBefore = "";
    private int at;
    private int kindsBegin = -1;
    private boolean inTree;
    private final Refusal refusal;

    private Dialect(String source) {
        this.source = source;
        edits = new Edits(source);
        refusal = find();
    }

    static Dialect read(String source) {
        return new Dialect(source);
    }

    /** The first refusal, or null. */
    Refusal refusal() {
        return refusal;
    }

    /**
     * Whether something stands there that {@code dialect/tree.py} changes in the tree: a name that begins with two underscores and ends
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
        return edits.applied();
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
            brackets.word(word, this::isNamed);
        }
        brackets.argumentGoesOn();
    }

    private void handler() {
        if (word.equals("except")) {
            kindsBegin = at;
        } else if (word.equals("as") && kindsBegin >= 0) {
            int kindsEnd = at - word.length();
            String kinds = source.substring(kindsBegin, kindsEnd).strip();
            if (!kinds.isEmpty() && !kinds.startsWith("*")) {
                edits.add(kindsBegin, kindsBegin, " " + CAUGHT + "(");
                edits.add(kindsEnd, kindsEnd, ") ");
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
        brackets.argumentGoesOn();
        return isGlued ? Kind.NUMBER : null;
    }

    /** {@code 08} is 8, and {@code 010} is 10. */
    private void dropZeros(int begin) {
        String number = source.substring(begin, at);
        if (ZEROS.matcher(number).matches()) {
            String digits = number.replaceFirst("^0+", "");
            edits.add(begin, at, digits + " ".repeat(number.length() - digits.length()));
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
        brackets.argumentGoesOn();
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
            case '(', '[', '{' -> brackets.open(c == '(' && isCallee());
            case ')', ']', '}' -> brackets.close();
            case ',' -> brackets.comma();
            case ':' -> colon();
            case '/' -> division();
            case '*' -> {
                return star();
            }
            default -> {
                if (Character.isWhitespace(c) || c == '\\') {
                    return null;
                }
                brackets.argumentGoesOn();
            }
        }
        word = c == ')' || c == ']' || c == '}' ? ")" : "";
        return null;
    }

    /** Whether a bracket here begins arguments: after a value that is no keyword, and not in a {@code def}. */
    private boolean isCallee() {
        return !word.isEmpty() && !wordBefore.equals("def") && !KEYWORDS.contains(word);
    }

    private void division() {
        if (source.startsWith("/", at)) {
            at++;
            inTree |= !INTEGER.matcher(source).region(at, source.length()).lookingAt();
        }
        brackets.argumentGoesOn();
    }

    private void colon() {
        if (brackets.isEmpty()) {
            kindsBegin = -1;
        } else {
            brackets.endLambda();
        }
        brackets.argumentGoesOn();
    }

    private Kind star() {
        boolean twice = source.startsWith("*", at);
        at += twice ? 1 : 0;
        word = "";
        return brackets.star(twice) ? null : Kind.ARGUMENT_ORDER;
    }
}
