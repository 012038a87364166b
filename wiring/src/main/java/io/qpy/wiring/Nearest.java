package io.qpy.wiring;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that an unknown one was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /** The nearest by Levenshtein's distance, if it is near enough to be a slip. */
    public static Optional<String> to(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(given, each)))
                .filter(each -> distance(given, each) <= Math.max(2, given.length() / 3));
    }

    /** {@code ; did you mean 'x'?}, or the list of what is known. */
    public static String hint(String given, Collection<String> known) {
        return to(given, known)
                .map(each -> "; did you mean '" + each + "'?")
                .orElse("; known: " + String.join(", ", known));
    }

    private static int distance(String given, String known) {
        String a = given.toLowerCase(Locale.ROOT);
        String b = known.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
