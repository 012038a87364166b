package io.qpy.sandbox.tls;

import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;

/** With which of the client's algorithms a server's key can sign. */
final class SignatureChoice {
    private SignatureChoice() {}

    /** For an RSA key, or else one on P-256; SHA-256 fits each, also the short one. */
    static boolean fits(SignatureAndHashAlgorithm offered, boolean rsa, boolean tls13) {
        int scheme = SignatureScheme.from(offered);
        if (!rsa) {
            return scheme == SignatureScheme.ecdsa_secp256r1_sha256;
        }
        return scheme == SignatureScheme.rsa_pss_rsae_sha256
                || (!tls13
                        && offered.getSignature() == SignatureAlgorithm.rsa
                        && scheme == SignatureScheme.rsa_pkcs1_sha256);
    }
}
