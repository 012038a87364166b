package io.qpy.device.tls;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * A device's own certificate and its private key.
 *
 * @param chain DER, the device's own first
 */
record Identity(List<byte[]> chain, AsymmetricKeyParameter key) {
    /** What to sign the handshake with; null when the server takes no signature that this key can make. */
    TlsCredentialedSigner credentials(TlsContext context, BcTlsCrypto crypto, CertificateRequest request)
            throws IOException {
        SignatureAndHashAlgorithm algorithm = algorithm(context.getServerVersion(), request);
        if (algorithm == null) {
            return null;
        }
        Certificate certificate = certificate(crypto, request.getCertificateRequestContext());
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context), crypto, key, certificate, algorithm);
    }

    private SignatureAndHashAlgorithm algorithm(ProtocolVersion version, CertificateRequest request) {
        Vector<?> accepted = request.getSupportedSignatureAlgorithms();
        for (Object each : accepted) {
            SignatureAndHashAlgorithm candidate = (SignatureAndHashAlgorithm) each;
            if (fits(version, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private boolean fits(ProtocolVersion version, SignatureAndHashAlgorithm candidate) {
        int scheme = SignatureScheme.from(candidate);
        if (key instanceof RSAKeyParameters) {
            return isRsa(scheme, candidate.getSignature(), TlsUtils.isTLSv13(version));
        }
        if (key instanceof ECPrivateKeyParameters) {
            return candidate.getSignature() == SignatureAlgorithm.ecdsa
                    && (!TlsUtils.isTLSv13(version) || isOnCurve(scheme));
        }
        return key instanceof Ed25519PrivateKeyParameters && candidate.getSignature() == SignatureAlgorithm.ed25519;
    }

    /** TLS 1.3 takes PSS only (RFC 8446, section 4.2.3). */
    private static boolean isRsa(int scheme, short signature, boolean onlyPss) {
        boolean isPss = scheme == SignatureScheme.rsa_pss_rsae_sha256
                || scheme == SignatureScheme.rsa_pss_rsae_sha384
                || scheme == SignatureScheme.rsa_pss_rsae_sha512;
        return isPss || (!onlyPss && signature == SignatureAlgorithm.rsa);
    }

    /** In TLS 1.3 a scheme of ECDSA names its curve. */
    private boolean isOnCurve(int scheme) {
        int bits = ((ECPrivateKeyParameters) key).getParameters().getN().bitLength();
        return switch (scheme) {
            case SignatureScheme.ecdsa_secp256r1_sha256 -> bits == 256;
            case SignatureScheme.ecdsa_secp384r1_sha384 -> bits == 384;
            case SignatureScheme.ecdsa_secp521r1_sha512 -> bits == 521;
            default -> false;
        };
    }

    private Certificate certificate(BcTlsCrypto crypto, byte[] requestContext) throws IOException {
        TlsCertificate[] certificates = new TlsCertificate[chain.size()];
        for (int i = 0; i < certificates.length; i++) {
            certificates[i] = new BcTlsCertificate(crypto, chain.get(i));
        }
        CertificateEntry[] entries = Arrays.stream(certificates)
                .map(each -> new CertificateEntry(each, null))
                .toArray(CertificateEntry[]::new);
        return requestContext == null ? new Certificate(certificates) : new Certificate(requestContext, entries);
    }
}
