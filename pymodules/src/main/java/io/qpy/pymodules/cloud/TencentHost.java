package io.qpy.pymodules.cloud;

import io.qpy.device.DeviceError;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The host object of {@code TenCentYun}. */
public final class TencentHost {
    private static final byte[] IV = "0".repeat(16).getBytes(StandardCharsets.US_ASCII);

    private final DemoHost demo;

    public TencentHost(ModuleContext context) {
        this.demo = DemoHost.tencent(context);
    }

    @Exposed
    DemoHost demo() {
        return demo;
    }

    /**
     * The answer to a registration, AES-128-CBC with its padding of NULs (facts.md 4.6). ValueError when it is no such.
     *
     * @param key 16 bytes
     */
    @Exposed
    byte[] decrypt(byte[] key, byte[] payload) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(IV));
            return cipher.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw DeviceError.of("ValueError", "the answer is not " + payload.length + " bytes of AES-128-CBC");
        }
    }
}
