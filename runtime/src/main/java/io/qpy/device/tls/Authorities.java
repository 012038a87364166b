package io.qpy.device.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Who may have issued a server's certificate, and what they have revoked.
 *
 * @param certificates those of the authorities
 * @param revocations lists that they have signed
 */
public record Authorities(List<X509Certificate> certificates, List<X509CRL> revocations) {
    public Authorities {
        certificates = List.copyOf(certificates);
        revocations = List.copyOf(revocations);
    }

    public static Authorities none() {
        return new Authorities(List.of(), List.of());
    }

    /** Those that this PC's Java trusts; they are read, never changed. */
    public static Authorities ofThisPc() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509TrustManager manager) {
                    return new Authorities(Arrays.asList(manager.getAcceptedIssuers()), List.of());
                }
            }
        } catch (GeneralSecurityException e) {
            // Then it trusts nobody, which the reason for a refusal will say.
        }
        return none();
    }

    Authorities and(Authorities others) {
        List<X509Certificate> all = new ArrayList<>(certificates);
        all.addAll(others.certificates);
        List<X509CRL> lists = new ArrayList<>(revocations);
        lists.addAll(others.revocations);
        return new Authorities(all, lists);
    }
}
