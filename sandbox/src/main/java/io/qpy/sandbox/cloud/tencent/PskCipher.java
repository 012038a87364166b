package io.qpy.sandbox.cloud.tencent;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-128-CBC, filled up with zeros; the key is the ProductSecret's first 16 characters, the IV 16 times the character
 * 0 (facts.md 4.6).
 */
final class PskCipher {
    private static final int BLOCK = 16;

    private PskCipher() {}

    static String encrypt(String productSecret, String plain) {
        byte[] text = plain.getBytes(StandardCharsets.UTF_8);
        byte[] filled = Arrays.copyOf(text, (text.length + BLOCK - 1) / BLOCK * BLOCK);
        byte[] key = Arrays.copyOf(productSecret.getBytes(StandardCharsets.UTF_8), BLOCK);
        byte[] iv = "0".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return Base64.getEncoder().encodeToString(cipher.doFinal(filled));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
