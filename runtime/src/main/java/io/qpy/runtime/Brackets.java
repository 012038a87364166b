package io.qpy.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** The brackets that are open at a place of a script, and what was seen of the arguments of each call. */
final class Brackets {
    /** An open bracket: whether it holds the arguments of a call, and what was in it. */
    private static final class Bracket {
        private final boolean call;
        private boolean named;
        private boolean lambda;

        Bracket(boolean call) {
            this.call = call;
        }
    }

    private final Deque<Bracket> open = new ArrayDeque<>();
    private boolean argumentBegins;

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** @param call whether arguments of a call follow */
    void open(boolean call) {
        open.push(new Bracket(call));
        argumentBegins = call;
    }

    void close() {
        open.poll();
    }

    void comma() {
        argumentBegins = inArguments();
    }

    /** What comes next is not an argument's beginning. */
    void argumentGoesOn() {
        argumentBegins = false;
    }

    /**
     * A word in a bracket.
     *
     * @param named tells whether {@code =} follows it
     */
    void word(String word, BooleanSupplier named) {
        Bracket bracket = open.peek();
        bracket.lambda |= word.equals("lambda");
        bracket.named |= argumentBegins && named.getAsBoolean();
    }

    /** The parameters of a lambda end. */
    void endLambda() {
        open.peek().lambda = false;
    }

    /**
     * {@code *}, or {@code **} if {@code twice}.
     *
     * @return false if it begins an argument that MicroPython does not take there: {@code *} after a named one
     */
    boolean star(boolean twice) {
        if (!argumentBegins || !inArguments()) {
            return true;
        }
        argumentBegins = false;
        Bracket bracket = open.peek();
        if (!twice && bracket.named) {
            return false;
        }
        bracket.named |= twice;
        return true;
    }

    private boolean inArguments() {
        return !open.isEmpty() && open.peek().call && !open.peek().lambda;
    }
}
