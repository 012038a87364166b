package io.qpy.device.tls;

import java.io.IOException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.TlsAEADCipher;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** Bouncy Castle's cryptography, with the JDK's AES-GCM. */
final class DeviceCrypto extends BcTlsCrypto {
    DeviceCrypto() {
        super(new SecureRandom());
    }

    @Override
    protected TlsAEADCipher createCipher_AES_GCM(TlsCryptoParameters parameters, int keyBytes, int tagBytes)
            throws IOException {
        return new TlsAEADCipher(
                parameters,
                new JdkGcm(Cipher.ENCRYPT_MODE),
                new JdkGcm(Cipher.DECRYPT_MODE),
                keyBytes,
                tagBytes,
                TlsAEADCipher.AEAD_GCM);
    }
}
