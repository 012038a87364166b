package io.qpy.sandbox.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A throw-away authority (EC P-256), in memory only. Its certificates are valid from yesterday for 30 days, unless they
 * are to show what else there is.
 */
public final class CertificateAuthority {
    /** Whose certificate {@link Specimen#WRONG_HOST} shows. */
    private static final String ANOTHER_HOST = "another.example";

    private static final X500Name NAME = new X500Name("CN=qpy sandbox CA");
    private static final X500Name SERVER = new X500Name("CN=qpy sandbox");
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 64;
    private static final Duration LIFE = Duration.ofDays(30);

    private final SecureRandom random = new SecureRandom();
    private final X500Name name;
    private final Clock clock;
    private final Instant born;
    private final KeyPair keys = KeyKind.EC.generate(random);
    private final X509Certificate certificate;
    private final Map<KeyKind, KeyPair> serverKeys = new ConcurrentHashMap<>();
    private final Set<BigInteger> revoked = new LinkedHashSet<>();

    public CertificateAuthority() {
        this(Clock.systemUTC());
    }

    /** One that was founded a day ago, by the clock. */
    public CertificateAuthority(Clock clock) {
        this(clock, NAME);
    }

    private CertificateAuthority(Clock clock, X500Name name) {
        this.clock = clock;
        this.born = clock.instant().minus(Duration.ofDays(1));
        this.name = name;
        certificate = sign(root(), SIGNATURE, keys.getPrivate());
    }

    /** A server's private key, and its certificate, followed by the authority's unless it signed itself. */
    public record Identity(PrivateKey key, List<X509Certificate> chain) {}

    /** The root, for a client to trust. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The root as PEM text. */
    public String pem() {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An identity for host names and IPv4 addresses. */
    public Identity issue(String... hostNames) {
        return issue(Specimen.GOOD, KeyKind.EC, hostNames);
    }

    /** One that shows what a certificate can be like; of {@link Specimen#UNKNOWN_ISSUER} nobody is told the issuer. */
    public Identity issue(Specimen specimen, KeyKind key, String... hostNames) {
        return switch (specimen) {
            case SELF_SIGNED -> signedByItself(hostNames);
            case UNKNOWN_ISSUER ->
                new CertificateAuthority(clock, new X500Name("CN=Unknown CA")).issue(Specimen.GOOD, key, hostNames);
            default -> signedHere(specimen, keysFor(specimen.key(key)), hostNames);
        };
    }

    /** One key pair of a kind for all servers: an RSA key takes as long as many connections. */
    private KeyPair keysFor(KeyKind kind) {
        return serverKeys.computeIfAbsent(kind, each -> each.generate(random));
    }

    private Identity signedHere(Specimen specimen, KeyPair server, String... hostNames) {
        X509v3CertificateBuilder leaf = leaf(
                name,
                beginning(specimen),
                SERVER,
                server,
                specimen == Specimen.WRONG_HOST ? new String[] {ANOTHER_HOST} : hostNames);
        String algorithm = specimen == Specimen.WEAK_SIGNATURE ? "SHA1withECDSA" : SIGNATURE;
        X509Certificate signed = sign(leaf, algorithm, keys.getPrivate());
        if (specimen == Specimen.REVOKED) {
            revoke(signed);
        }
        return new Identity(server.getPrivate(), List.of(signed, certificate));
    }

    private Instant beginning(Specimen specimen) {
        return switch (specimen) {
            case EXPIRED -> born.minus(LIFE);
            case NOT_YET_VALID -> born.plus(LIFE);
            default -> born;
        };
    }

    private Identity signedByItself(String... hostNames) {
        KeyPair own = keysFor(KeyKind.EC);
        X500Name subject = new X500Name("CN=" + hostNames[0]);
        return new Identity(
                own.getPrivate(),
                List.of(sign(leaf(subject, born, subject, own, hostNames), SIGNATURE, own.getPrivate())));
    }

    private synchronized void revoke(X509Certificate issued) {
        revoked.add(issued.getSerialNumber());
    }

    /** What it has revoked until now. */
    public synchronized X509CRL revocations() {
        Instant now = clock.instant();
        X509v2CRLBuilder list = new X509v2CRLBuilder(name, Date.from(now));
        list.setNextUpdate(Date.from(now.plus(LIFE)));
        revoked.forEach(serial -> list.addCRLEntry(serial, Date.from(born), CRLReason.keyCompromise));
        try {
            return new JcaX509CRLConverter().getCRL(list.build(signer(SIGNATURE, keys.getPrivate())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509v3CertificateBuilder root() {
        try {
            return builder(name, born, name, keys)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509v3CertificateBuilder leaf(
            X500Name issuer, Instant from, X500Name subject, KeyPair server, String... hostNames) {
        GeneralName[] names =
                Stream.of(hostNames).map(CertificateAuthority::name).toArray(GeneralName[]::new);
        try {
            return builder(issuer, from, subject, server)
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509v3CertificateBuilder builder(X500Name issuer, Instant from, X500Name subject, KeyPair subjectKeys) {
        // Expired and not yet valid ones miss today by a day.
        Duration life = from.equals(born) ? LIFE : LIFE.minus(Duration.ofDays(1));
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random),
                Date.from(from),
                Date.from(from.plus(life)),
                subject,
                subjectKeys.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder unsigned, String algorithm, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter().getCertificate(unsigned.build(signer(algorithm, key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signer(String algorithm, PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName name(String host) {
        boolean isAddress = host.matches("[0-9.]+");
        return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
