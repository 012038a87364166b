package io.qpy.device.tls;

import io.qpy.device.Notices;
import io.qpy.device.time.DeviceClock;
import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import io.qpy.sandbox.tls.CertificateAuthority;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A device's own certificate and key: PEM, one behind the other; or the DER of a certificate that is put into PEM. */
public final class PemParser implements Parser {
    private final DeviceTls tls = DeviceTls.of(Trust.inAnyone(), DeviceClock.system(), Notices.discarding());
    private final String certificate;
    private final String key;
    private final byte[] der;
    private final byte[] keyDer;

    public PemParser() {
        CertificateAuthority.Identity identity = new CertificateAuthority().issue("fuzz.example");
        try {
            der = identity.chain().get(0).getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new AssertionError(e);
        }
        keyDer = identity.key().getEncoded();
        certificate = pem("CERTIFICATE", der);
        key = pem("PRIVATE KEY", keyDer);
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes) + "\n-----END "
                + what + "-----\n";
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> all = new ArrayList<>(Seeds.texts(certificate + key, key, certificate));
        all.add(der);
        all.add(keyDer);
        return all;
    }

    @Override
    public List<byte[]> words() {
        return Seeds.texts(
                "-----BEGIN ",
                "-----END ",
                "RSA PRIVATE KEY-----\n",
                "EC PRIVATE KEY-----\n",
                "EC PARAMETERS-----\n",
                "ENCRYPTED PRIVATE KEY-----\n",
                "DSA PRIVATE KEY-----\n",
                "CERTIFICATE REQUEST-----\n",
                "X509 CRL-----\n",
                "PKCS7-----\n",
                "CMS-----\n",
                "PUBLIC KEY-----\n",
                "ATTRIBUTE CERTIFICATE-----\n",
                "TRUSTED CERTIFICATE-----\n",
                "Proc-Type: 4,ENCRYPTED\n",
                "DEK-Info: AES-128-CBC,00\n",
                "\n",
                "=",
                "AAAA");
    }

    @Override
    public String parse(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        String kinds = read(text, text);
        if (input.length > 0 && input[0] == 0x30) {
            kinds += read(pem("CERTIFICATE", input), key)
                    + read(certificate, pem("PRIVATE KEY", input))
                    + read(certificate, pem("EC PRIVATE KEY", input))
                    + read(certificate, pem("RSA PRIVATE KEY", input));
        }
        return kinds;
    }

    private String read(String ownCertificate, String ownKey) {
        try {
            DeviceTls ignored = tls.withCertificate(ownCertificate, ownKey);
            return "read";
        } catch (InvalidIdentity e) {
            return Seeds.kind(e.getMessage());
        }
    }
}
