package io.qpy.sandbox.cloud;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A mistake that people make, and the signature that results from it. */
public record Guess(String mistake, Supplier<String> signature) {

    /** The first mistake that explains the signature, which may be in either case. */
    public static Optional<String> explain(Stream<Guess> guesses, String signature) {
        return guesses.filter(guess -> guess.signature().get().equalsIgnoreCase(signature))
                .map(Guess::mistake)
                .findFirst();
    }

    /** Of signatures of one length: that only a few characters differ is damage, not a wrong secret. */
    public static Optional<String> damage(String expected, String signature) {
        if (expected.length() != signature.length()) {
            return Optional.empty();
        }
        long different = 0;
        for (int i = 0; i < expected.length(); i++) {
            different +=
                    Character.toLowerCase(expected.charAt(i)) == Character.toLowerCase(signature.charAt(i)) ? 0 : 1;
        }
        return different > 0 && different <= 4
                ? Optional.of("it is right but for %d of its %d characters: it was damaged after it was made"
                        .formatted(different, expected.length()))
                : Optional.empty();
    }
}
