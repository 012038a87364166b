package io.qpy.device.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.crypto.TlsCertificate;

/** Certificates as TLS sends them, the owner's first. */
final class Chains {
    private Chains() {}

    /** In DER. */
    static List<byte[]> encoded(Certificate sent) throws IOException {
        List<byte[]> chain = new ArrayList<>();
        for (TlsCertificate each : sent.getCertificateList()) {
            chain.add(each.getEncoded());
        }
        return chain;
    }

    /** As Java's own type. */
    static List<X509Certificate> parsed(List<byte[]> encoded) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] each : encoded) {
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(each)));
        }
        return chain;
    }
}
