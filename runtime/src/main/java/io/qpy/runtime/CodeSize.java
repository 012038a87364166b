package io.qpy.runtime;

/**
 * Counts the tokens of Python code, about, before it is compiled. GraalPy's parser remembers what it has tried at each token
 * until the statement ends: 0.5 to 1 KB a token (measured with 25.0.2), so that 5 MB of code fill the PC's memory. A text in
 * quotes is one token, however long it is.
 */
final class CodeSize {
    /** More than any module has memory for: about 1 MB of ordinary code. */
    static final int MOST_TOKENS = 250_000;

    private final String source;
    private final int end;
    private int at;
    private int tokens;

    private CodeSize(String source, int from, int end) {
        this.source = source;
        this.end = end;
        at = from;
    }

    static boolean isTooLarge(String source) {
        return new CodeSize(source, 0, source.length()).tokens() > MOST_TOKENS;
    }

    private int tokens() {
        while (at < end && tokens <= MOST_TOKENS) {
            char c = source.charAt(at);
            if (c == '#') {
                at = indexOr(end, source.indexOf('\n', at));
            } else if (c == '\'' || c == '"') {
                quoted(false);
            } else if (Character.isJavaIdentifierPart(c)) {
                word();
            } else {
                tokens += Character.isWhitespace(c) ? 0 : 1;
                at++;
            }
        }
        return tokens;
    }

    /** A name, a number, or the letters before a string. */
    private void word() {
        boolean hasF = false;
        while (at < end && Character.isJavaIdentifierPart(source.charAt(at))) {
            hasF |= Character.toLowerCase(source.charAt(at)) == 'f';
            at++;
        }
        tokens++;
        if (hasF && at < end && (source.charAt(at) == '\'' || source.charAt(at) == '"')) {
            quoted(true);
        }
    }

    /** A text in quotes; one with code in it counts as code. */
    private void quoted(boolean hasCode) {
        String one = source.substring(at, at + 1);
        String quote = source.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
        at += quote.length();
        int start = at;
        while (at < end && !source.startsWith(quote, at) && !(quote.length() == 1 && source.charAt(at) == '\n')) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, end);
        tokens += 1 + (hasCode ? new CodeSize(source, start, at).tokens() : 0);
        at += quote.length();
    }

    private static int indexOr(int otherwise, int index) {
        return index < 0 ? otherwise : index;
    }
}
