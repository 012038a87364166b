package io.qpy.sandbox.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.tls.AbstractTlsKeyExchange;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsECConfig;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsECDomain;

/** ECDH_ECDSA and ECDH_RSA as a server: the certificate's key against the client's of the moment (RFC 4492, 2.1, 2.3). */
final class StaticEcdhServerKeyExchange extends AbstractTlsKeyExchange {
    private final BcTlsCrypto crypto;
    private final ECPrivateKeyParameters key;
    private TlsSecret secret;

    /** {@code key} is on P-256. */
    StaticEcdhServerKeyExchange(int keyExchange, BcTlsCrypto crypto, ECPrivateKeyParameters key) {
        super(keyExchange);
        this.crypto = crypto;
        this.key = key;
    }

    @Override
    public void processServerCredentials(TlsCredentials credentials) {
        // Their key is known already.
    }

    @Override
    public void processClientKeyExchange(InputStream input) throws IOException {
        byte[] point = TlsUtils.readOpaque8(input, 1);
        BcTlsECDomain domain = new BcTlsECDomain(crypto, new TlsECConfig(NamedGroup.secp256r1));
        secret = BcTlsECDomain.calculateECDHAgreement(crypto, key, domain.decodePublicKey(point));
    }

    @Override
    public TlsSecret generatePreMasterSecret() {
        return secret;
    }

    @Override
    public void skipServerCredentials() throws IOException {
        throw ofTheOtherRole();
    }

    @Override
    public void processClientCredentials(TlsCredentials credentials) throws IOException {
        throw ofTheOtherRole();
    }

    @Override
    public void generateClientKeyExchange(OutputStream output) throws IOException {
        throw ofTheOtherRole();
    }

    private static IOException ofTheOtherRole() {
        return new TlsFatalAlert(AlertDescription.internal_error);
    }
}
