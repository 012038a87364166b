package io.qpy.firmware;

import io.qpy.device.DeviceError;
import io.qpy.module.Exposed;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The host object of {@code ucryptolib}: AES on the JDK's ciphers. */
final class UcryptolibHost {
    /** One cipher; it goes on from where it was, as the module's does. */
    static final class Aes {
        private final Cipher cipher;

        private Aes(Cipher cipher) {
            this.cipher = cipher;
        }

        @Exposed
        byte[] update(byte[] data) {
            byte[] changed = cipher.update(data);
            return changed == null ? new byte[0] : changed;
        }
    }

    /** A cipher of mode ECB, CBC or CTR; without padding. */
    @Exposed
    Aes aes(byte[] key, String mode, byte[] start, boolean encrypts) {
        try {
            Cipher cipher = Cipher.getInstance("AES/" + mode + "/NoPadding");
            SecretKeySpec secret = new SecretKeySpec(key, "AES");
            int direction = encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
            if (mode.equals("ECB")) {
                cipher.init(direction, secret);
            } else {
                cipher.init(direction, secret, new IvParameterSpec(start));
            }
            return new Aes(cipher);
        } catch (GeneralSecurityException e) {
            throw DeviceError.of("ValueError", "key");
        }
    }
}
