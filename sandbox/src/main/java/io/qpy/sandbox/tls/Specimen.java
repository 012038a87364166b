package io.qpy.sandbox.tls;

/** A certificate, and what is wrong with it. */
public enum Specimen {
    GOOD,
    EXPIRED,
    NOT_YET_VALID,
    WRONG_HOST,
    SELF_SIGNED,
    UNKNOWN_ISSUER,
    REVOKED,
    WEAK_KEY,
    WEAK_SIGNATURE;

    /** What belongs to the certificate: a short RSA key where that is the weakness. */
    KeyKind key(KeyKind wanted) {
        return this == WEAK_KEY ? KeyKind.RSA_1024 : wanted;
    }
}
