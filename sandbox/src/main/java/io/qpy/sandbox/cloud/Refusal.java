package io.qpy.sandbox.cloud;

import io.qpy.sandbox.mqtt.Verdict;

/** Ends the checks of a log-in; the message begins with the field that is wrong. */
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

    public Refusal(int code, String field, String reason) {
        super(field + ": " + reason, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    public Verdict verdict() {
        return Verdict.refuse(code, getMessage());
    }
}
