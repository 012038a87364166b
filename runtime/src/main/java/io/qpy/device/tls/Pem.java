package io.qpy.device.tls;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.encoders.DecoderException;

/** Reads a device's own certificate and private key from PEM (RFC 7468). */
final class Pem {
    private Pem() {}

    /** @throws InvalidIdentity which says what is wrong with them */
    static Identity identity(String certificate, String key) throws InvalidIdentity {
        List<X509CertificateHolder> chain = certificates(certificate);
        AsymmetricKeyParameter secret = privateKey(key);
        try {
            List<byte[]> encoded = new ArrayList<>();
            for (X509CertificateHolder each : chain) {
                encoded.add(each.getEncoded());
            }
            return new Identity(encoded, secret);
        } catch (IOException e) {
            throw InvalidIdentity.certificate("it cannot be read: " + e.getMessage());
        }
    }

    private static List<X509CertificateHolder> certificates(String pem) throws InvalidIdentity {
        List<X509CertificateHolder> chain = new ArrayList<>();
        try {
            for (Object each : objects(pem)) {
                if (each instanceof X509CertificateHolder holder) {
                    chain.add(holder);
                }
            }
        } catch (IOException | RuntimeException e) { // as below
            throw InvalidIdentity.certificate("it cannot be read: " + reason(e));
        }
        if (chain.isEmpty()) {
            throw InvalidIdentity.certificate("it is not PEM: no '-----BEGIN CERTIFICATE-----' in it");
        }
        return chain;
    }

    private static AsymmetricKeyParameter privateKey(String pem) throws InvalidIdentity {
        try {
            for (Object each : objects(pem)) {
                PrivateKeyInfo info = privateKeyInfo(each);
                if (info != null) {
                    return PrivateKeyFactory.createKey(info);
                }
            }
        } catch (InvalidIdentity e) {
            throw e;
        } catch (IOException | RuntimeException e) { // Bouncy Castle throws either for a key that is not one
            throw InvalidIdentity.key("it cannot be read: " + reason(e));
        }
        throw InvalidIdentity.key("it is not PEM: no '-----BEGIN … PRIVATE KEY-----' in it");
    }

    private static PrivateKeyInfo privateKeyInfo(Object object) throws InvalidIdentity {
        if (object instanceof PEMEncryptedKeyPair || object instanceof PKCS8EncryptedPrivateKeyInfo) {
            throw InvalidIdentity.key("it is protected by a password, which the module cannot ask for: "
                    + "write it without one with 'openssl pkey -in KEY.pem -out PLAIN.pem'");
        }
        if (object instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        return object instanceof PrivateKeyInfo info ? info : null;
    }

    private static List<Object> objects(String pem) throws IOException {
        List<Object> objects = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object each = parser.readObject(); each != null; each = parser.readObject()) {
                objects.add(each);
            }
        }
        return objects;
    }

    /** Whether the private key is the one of the certificate's public key; true where that cannot be told. */
    static boolean belongTogether(Identity identity) {
        try {
            SubjectPublicKeyInfo info =
                    new X509CertificateHolder(identity.chain().get(0)).getSubjectPublicKeyInfo();
            return matches(identity.key(), PublicKeyFactory.createKey(info));
        } catch (IOException | RuntimeException e) { // a key of a kind, or on a curve, that Bouncy Castle does not know
            return true;
        }
    }

    /** Bouncy Castle's own words; those of Java's exceptions would tell a person nothing. */
    private static String reason(Exception e) {
        return e instanceof DecoderException
                ? "it is not base64 between its BEGIN and its END"
                : e instanceof IOException || e instanceof IllegalArgumentException ? e.getMessage() : "it is damaged";
    }

    private static boolean matches(AsymmetricKeyParameter secret, AsymmetricKeyParameter open) {
        if (secret instanceof RSAKeyParameters mine) {
            BigInteger modulus = mine.getModulus();
            return open instanceof RSAKeyParameters theirs && modulus.equals(theirs.getModulus());
        }
        if (secret instanceof ECPrivateKeyParameters mine) {
            return open instanceof ECPublicKeyParameters theirs
                    && mine.getParameters()
                            .getCurve()
                            .equals(theirs.getParameters().getCurve())
                    && mine.getParameters()
                            .getG()
                            .multiply(mine.getD())
                            .normalize()
                            .equals(theirs.getQ());
        }
        if (secret instanceof Ed25519PrivateKeyParameters mine) {
            return open instanceof Ed25519PublicKeyParameters theirs
                    && Arrays.equals(mine.generatePublicKey().getEncoded(), theirs.getEncoded());
        }
        return true;
    }
}
