package io.qpy.cli;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** Certificates, a line each, for a person. */
final class CertificateText {
    private static final int DNS_NAME = 2; // RFC 5280's tags of a GeneralName
    private static final int ADDRESS = 7;

    private CertificateText() {}

    /** {@code encoded} is DER. */
    static List<String> of(List<byte[]> encoded) {
        List<String> lines = new ArrayList<>();
        for (byte[] each : encoded) {
            lines.add(line(each));
        }
        return lines;
    }

    private static String line(byte[] encoded) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            return certificate.getSubjectX500Principal().getName() + names(certificate) + ", "
                    + key(certificate.getPublicKey()) + ", " + day(certificate.getNotBefore()) + " to "
                    + day(certificate.getNotAfter()) + ", signed by "
                    + certificate.getIssuerX500Principal().getName() + " with " + certificate.getSigAlgName();
        } catch (CertificateException e) {
            return "one that cannot be read: " + e.getMessage();
        }
    }

    private static String names(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? ""
                : names.stream()
                        .filter(name ->
                                name.get(0).equals(DNS_NAME) || name.get(0).equals(ADDRESS))
                        .map(name -> String.valueOf(name.get(1)))
                        .collect(Collectors.joining(", ", " for ", ""));
    }

    private static String key(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return "RSA " + rsa.getModulus().bitLength() + " bits";
        }
        return key instanceof ECKey ec ? "EC " + ec.getParams().getOrder().bitLength() + " bits" : key.getAlgorithm();
    }

    private static String day(Date time) {
        return time.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
