package io.qpy.device.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.impl.TlsAEADCipherImpl;

/** AES-GCM by the JDK, which has the processor's instructions for it; Bouncy Castle's own takes four times as long. */
final class JdkGcm implements TlsAEADCipherImpl {
    private final int mode;
    private final Cipher cipher;
    private SecretKey key;

    /** {@code mode} is one of {@link Cipher}'s. */
    JdkGcm(int mode) throws IOException {
        this.mode = mode;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void setKey(byte[] bytes, int offset, int length) {
        key = new SecretKeySpec(bytes, offset, length, "AES");
    }

    @Override
    public void init(byte[] nonce, int tagBytes) throws IOException {
        try {
            cipher.init(mode, key, new GCMParameterSpec(tagBytes * Byte.SIZE, nonce));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public int getOutputSize(int inputBytes) {
        return cipher.getOutputSize(inputBytes);
    }

    @Override
    public int doFinal(byte[] additional, byte[] in, int inOffset, int length, byte[] out, int outOffset)
            throws IOException {
        try {
            cipher.updateAAD(additional);
            return cipher.doFinal(in, inOffset, length, out, outOffset);
        } catch (AEADBadTagException e) {
            throw new TlsFatalAlert(AlertDescription.bad_record_mac, e);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
