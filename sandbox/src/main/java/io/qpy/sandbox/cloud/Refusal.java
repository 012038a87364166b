package io.qpy.sandbox.cloud;

import io.qpy.sandbox.mqtt.Verdict;

/** Ends the checks of a log-in; the message begins with the field that is wrong and the probable cause. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * CONNACK codes (facts.md 3.25, 4.19). Their meanings are MQTT's; which one a cloud gives for which fault is
     * unconfirmed.
     */
    public static final int IDENTIFIER = 2;

    public static final int CREDENTIALS = 4;
    public static final int NOT_AUTHORIZED = 5;

    private final int code;
    private final String field;

    public Refusal(int code, String field, String cause) {
        super(field + ": " + cause, null, false, false);
        this.code = code;
        this.field = field;
    }

    /** {@code look} is a sentence: where to look, or what was expected. */
    public Refusal(int code, String field, String cause, String look) {
        this(code, field, cause + ". " + look);
    }

    public Verdict verdict() {
        return new Verdict.Refused(code, field, getMessage());
    }
}
