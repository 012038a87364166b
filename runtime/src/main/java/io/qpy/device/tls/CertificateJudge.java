package io.qpy.device.tls;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.tls.AlertDescription;

/** Finds what is wrong with a server's certificate, all of it, in the order in which a person would mend it. */
final class CertificateJudge {
    /** NIST SP 800-57 and browsers: what is below is weak. */
    private static final int MIN_RSA_BITS = 2048;

    private static final int MIN_EC_BITS = 224;

    private final Authorities authorities;
    private final Instant now;

    CertificateJudge(Authorities authorities, Instant now) {
        this.authorities = authorities;
        this.now = now;
    }

    /**
     * What would make another client refuse the chain.
     *
     * @param chain the server's own certificate first
     * @param host the name or address that the script wanted; null when it said none
     */
    List<Objection> objections(List<X509Certificate> chain, String host) {
        List<Objection> all = new ArrayList<>();
        X509Certificate own = chain.get(0);
        validity(own, all);
        name(own, host, all);
        strength(own, all);
        revocation(own, all);
        issuer(chain, all);
        return all;
    }

    private void validity(X509Certificate own, List<Objection> all) {
        if (now.isAfter(own.getNotAfter().toInstant())) {
            all.add(new Objection(
                    AlertDescription.certificate_expired,
                    "it expired on " + day(own.getNotAfter().toInstant())));
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            all.add(new Objection(
                    AlertDescription.certificate_expired,
                    "it is not valid before " + day(own.getNotBefore().toInstant()) + "; the device's clock says "
                            + day(now)));
        }
    }

    private static String day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static void name(X509Certificate own, String host, List<Objection> all) {
        if (host != null && !HostNames.match(own, host)) {
            List<String> names = HostNames.of(own);
            String offered = names.isEmpty() ? "no host" : String.join(", ", names);
            all.add(new Objection(AlertDescription.bad_certificate, "it is for " + offered + ", not for " + host));
        }
    }

    private static void strength(X509Certificate own, List<Objection> all) {
        PublicKey key = own.getPublicKey();
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
            weak("its RSA key has only " + rsa.getModulus().bitLength() + " bits", all);
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() < MIN_EC_BITS) {
            weak("its EC key has only " + ec.getParams().getOrder().bitLength() + " bits", all);
        }
        String algorithm = own.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("SHA1") || algorithm.startsWith("MD")) {
            weak("it is signed with " + own.getSigAlgName() + ", which can be forged", all);
        }
    }

    private static void weak(String text, List<Objection> all) {
        all.add(new Objection(AlertDescription.bad_certificate, text));
    }

    private void revocation(X509Certificate own, List<Objection> all) {
        for (X509CRL list : authorities.revocations()) {
            X509CRLEntry entry = list.getIssuerX500Principal().equals(own.getIssuerX500Principal())
                    ? list.getRevokedCertificate(own)
                    : null;
            if (entry != null) {
                all.add(new Objection(
                        AlertDescription.certificate_revoked,
                        "its issuer revoked it on "
                                + day(entry.getRevocationDate().toInstant())));
            }
        }
    }

    private void issuer(List<X509Certificate> chain, List<Objection> all) {
        X509Certificate own = chain.get(0);
        if (isTrusted(chain)) {
            return;
        }
        boolean isItsOwn = own.getIssuerX500Principal().equals(own.getSubjectX500Principal());
        X509Certificate last = chain.get(chain.size() - 1);
        all.add(new Objection(
                AlertDescription.unknown_ca,
                isItsOwn
                        ? "it is signed by itself, and nobody here knows it"
                        : "its issuer is not known here: "
                                + last.getIssuerX500Principal().getName()));
    }

    /** Builds the path at a time when the certificate is valid, for that it may not be now is another objection. */
    private boolean isTrusted(List<X509Certificate> chain) {
        X509CertSelector own = new X509CertSelector();
        own.setCertificate(chain.get(0));
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors(), own);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(within(chain.get(0)));
            return CertPathBuilder.getInstance("PKIX").build(parameters) != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Set<TrustAnchor> anchors() {
        Set<TrustAnchor> anchors = new HashSet<>();
        authorities.certificates().forEach(each -> anchors.add(new TrustAnchor(each, null)));
        return anchors;
    }

    private Date within(X509Certificate own) {
        Instant last = own.getNotAfter().toInstant();
        Instant first = own.getNotBefore().toInstant();
        Instant time = now.isAfter(last) ? last : now;
        return Date.from(time.isBefore(first) ? first : time);
    }
}
