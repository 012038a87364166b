package io.qpy.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What {@code -k} takes, as pytest does: words that are in a test's path and name, in any case, with and, or, not and brackets. */
public final class Keyword {
    /** Every test. */
    public static final Keyword ANY = new Keyword("", id -> true);

    private static final Pattern TOKEN = Pattern.compile("[()]|[^\\s()]+");
    private static final String END = "its end";

    private final String text;
    private final Predicate<String> predicate;

    private Keyword(String text, Predicate<String> predicate) {
        this.text = text;
        this.predicate = predicate;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when it is none; the message says where
     */
    public static Keyword parse(String text) {
        Deque<String> tokens = new ArrayDeque<>();
        TOKEN.matcher(text).results().map(MatchResult::group).forEach(tokens::add);
        tokens.add(END);
        if (tokens.size() == 1) {
            return ANY;
        }
        Predicate<String> predicate = alternatives(tokens);
        if (!tokens.peek().equals(END)) {
            throw new IllegalArgumentException("'and' or 'or' is missing before '" + tokens.peek() + "'");
        }
        return new Keyword(text, predicate);
    }

    private static Predicate<String> alternatives(Deque<String> tokens) {
        Predicate<String> all = conjunction(tokens);
        while (tokens.peek().equals("or")) {
            tokens.pop();
            all = all.or(conjunction(tokens));
        }
        return all;
    }

    private static Predicate<String> conjunction(Deque<String> tokens) {
        Predicate<String> all = term(tokens);
        while (tokens.peek().equals("and")) {
            tokens.pop();
            all = all.and(term(tokens));
        }
        return all;
    }

    private static Predicate<String> term(Deque<String> tokens) {
        String token = tokens.pop();
        return switch (token) {
            case "not" -> term(tokens).negate();
            case "(" -> bracketed(tokens);
            case ")", "and", "or", END -> throw new IllegalArgumentException("a word is missing before " + token);
            default -> word(token.toLowerCase(Locale.ROOT));
        };
    }

    private static Predicate<String> bracketed(Deque<String> tokens) {
        Predicate<String> inside = alternatives(tokens);
        if (!tokens.pop().equals(")")) {
            throw new IllegalArgumentException("a closing bracket is missing");
        }
        return inside;
    }

    private static Predicate<String> word(String word) {
        return id -> id.contains(word);
    }

    boolean covers(String id) {
        return predicate.test(id.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return text;
    }
}
