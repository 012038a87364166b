package io.qpy.device.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** For which hosts a certificate is (RFC 6125): its subject alternative names; the subject itself no longer counts. */
final class HostNames {
    private static final int DNS_NAME = 2; // RFC 5280, section 4.2.1.6
    private static final int IP_ADDRESS = 7;

    private HostNames() {}

    /** The names and addresses, as they stand in the certificate. */
    static List<String> of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.stream()
                        .filter(each ->
                                each.get(0).equals(DNS_NAME) || each.get(0).equals(IP_ADDRESS))
                        .forEach(each -> names.add((String) each.get(1)));
            }
        } catch (CertificateParsingException e) {
            // Names that cannot be read are none.
        }
        return names;
    }

    static boolean match(X509Certificate certificate, String host) {
        return of(certificate).stream().anyMatch(name -> matches(name, host));
    }

    /** A wildcard stands for the leftmost label, and all of it. */
    static boolean matches(String name, String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        String offered = name.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        boolean wild = offered.startsWith("*.") && dot > 0 && !isAddress(wanted);
        return offered.equals(wanted) || (wild && offered.substring(1).equals(wanted.substring(dot)));
    }

    /** Whether it is an address, which is never told to a server as its name (RFC 6066, section 3). */
    static boolean isAddress(String host) {
        return host.matches("[0-9.]+") || host.indexOf(':') >= 0;
    }
}
