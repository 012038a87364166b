package io.qpy.device;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Reads a device's own certificate and private key from PEM (RFC 7468). */
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ((?:[A-Z]+ )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final char[] NO_PASSWORD = new char[0];

    private Pem() {}

    static KeyManager[] keyManagers(String certificate, String key) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("device", privateKey(key), NO_PASSWORD, chain(certificate));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IllegalArgumentException e) { // the latter: not Base64
            throw new IOException("the device's certificate and key cannot be used: " + e.getMessage(), e);
        }
    }

    private static Certificate[] chain(String certificate) throws GeneralSecurityException, IOException {
        byte[] bytes = certificate.getBytes(StandardCharsets.US_ASCII);
        Certificate[] chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(bytes))
                .toArray(Certificate[]::new);
        if (chain.length == 0) {
            throw new IOException("the device's certificate is not PEM: no BEGIN CERTIFICATE in it");
        }
        return chain;
    }

    private static PrivateKey privateKey(String key) throws GeneralSecurityException, IOException {
        Matcher pem = KEY.matcher(key);
        if (!pem.find()) {
            throw new IOException("the device's private key is not PEM, or is encrypted: no BEGIN PRIVATE KEY in it");
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
        return switch (pem.group(1)) {
            case "PRIVATE KEY" -> pkcs8(der);
            case "RSA PRIVATE KEY" -> pkcs8(fromPkcs1(der));
            default ->
                throw new IOException("the device's private key is a '" + pem.group(1)
                        + "'; convert it with 'openssl pkcs8 -topk8 -nocrypt'");
        };
    }

    /** The algorithm is named in the key, yet a factory has to be asked for by name. */
    private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException, IOException {
        InvalidKeySpecException last = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                last = e;
            }
        }
        throw new IOException("the device's private key is none of " + ALGORITHMS, last);
    }

    /** RFC 5208: version 0, the algorithm rsaEncryption, and the key as it was. */
    private static byte[] fromPkcs1(byte[] der) {
        byte[] before = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");
        return tagged(0x30, before, tagged(0x04, der));
    }

    /** A DER value with its length in four bytes, which is long form whatever the length is. */
    private static byte[] tagged(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer value =
                ByteBuffer.allocate(length + 6).put((byte) tag).put((byte) 0x84).putInt(length);
        for (byte[] part : parts) {
            value.put(part);
        }
        return value.array();
    }
}
