package io.qpy.wiring;

import java.util.OptionalInt;

/** How deep the brackets of a TOML text are nested, those in strings and comments left out. */
final class Nesting {
    private final String text;
    private int at;
    private int depth;

    private Nesting(String text) {
        this.text = text;
    }

    /** The index of the bracket that opens one level too many. */
    static OptionalInt deeperThan(int deepest, String text) {
        Nesting nesting = new Nesting(text);
        while (nesting.at < text.length()) {
            nesting.step();
            if (nesting.depth > deepest) {
                return OptionalInt.of(nesting.at - 1);
            }
        }
        return OptionalInt.empty();
    }

    private void step() {
        switch (text.charAt(at)) {
            case '#' -> skipTo("\n");
            case '"', '\'' -> string(text.charAt(at));
            case '[', '{' -> {
                depth++;
                at++;
            }
            case ']', '}' -> {
                depth--;
                at++;
            }
            default -> at++;
        }
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    /** A string of three quotes goes over lines; one of a single quote ends with its line, also where it is not shut. */
    private void string(char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        at += isLong ? 3 : 1;
        while (at < text.length()) {
            if (isLong ? text.startsWith(three, at) : text.charAt(at) == quote || text.charAt(at) == '\n') {
                at += isLong ? 3 : 1;
                return;
            }
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
    }
}
