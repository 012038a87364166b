package io.qpy.sandbox.cloud;

/** Secrets and signatures for a person's eyes: enough to tell two apart, too little to use one. */
public final class Secrets {
    private static final int SHOWN = 2;
    private static final int SHOWN_OF_SIGNATURE = 8;

    /** Of a shorter text even two characters are much. */
    private static final int LONG_ENOUGH = 8;

    private Secrets() {}

    public static String shown(String secret) {
        if (secret.isEmpty()) {
            return "(empty)";
        }
        String start =
                secret.length() < LONG_ENOUGH ? "" : secret.substring(0, SHOWN).replaceAll("\\P{Graph}", "?");
        return "%s… (%d characters)".formatted(start, secret.length());
    }

    /** What is not hex may be a secret that was sent in the place of a signature, as may 32 digits: Alibaba's secrets have them. */
    public static String signature(String text) {
        boolean hex = text.matches("(?i)[0-9a-f]{33,}");
        return hex ? text.substring(0, SHOWN_OF_SIGNATURE) + "…" : shown(text);
    }
}
