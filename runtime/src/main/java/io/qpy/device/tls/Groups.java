package io.qpy.device.tls;

import java.io.IOException;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.TlsFatalAlert;

/** The groups in which the device exchanges keys: the curves of mbedTLS, and RFC 7919's primes for TLS 1.3. */
final class Groups {
    private static final List<Integer> CURVES = List.of(
            NamedGroup.x25519,
            NamedGroup.secp256r1,
            NamedGroup.secp384r1,
            NamedGroup.secp521r1,
            NamedGroup.secp256k1,
            NamedGroup.secp224r1,
            NamedGroup.brainpoolP256r1,
            NamedGroup.brainpoolP384r1,
            NamedGroup.brainpoolP512r1);
    private static final List<Integer> PRIMES =
            List.of(NamedGroup.ffdhe2048, NamedGroup.ffdhe3072, NamedGroup.ffdhe4096);

    private Groups() {}

    /** All of them, the preferred first, in Bouncy Castle's type. */
    @SuppressWarnings("JdkObsolete")
    static Vector<Integer> all() {
        Vector<Integer> all = new Vector<>(CURVES);
        all.addAll(PRIMES);
        return all;
    }

    /** The curve of an EC public key. */
    static int of(SubjectPublicKeyInfo key) throws IOException {
        ASN1Encodable parameters = key.getAlgorithm().getParameters();
        for (int curve : CURVES) {
            Object oid = ECNamedCurveTable.getOID(NamedGroup.getCurveName(curve));
            if (oid != null && oid.equals(parameters)) {
                return curve;
            }
        }
        throw new TlsFatalAlert(
                AlertDescription.unsupported_certificate, "the key of the server's certificate is on no known curve");
    }
}
