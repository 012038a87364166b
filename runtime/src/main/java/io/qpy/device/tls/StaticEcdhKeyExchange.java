package io.qpy.device.tls;

import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.tls.AbstractTlsKeyExchange;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsAgreement;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.TlsECConfig;
import org.bouncycastle.tls.crypto.TlsSecret;

/**
 * ECDH_ECDSA and ECDH_RSA as a client: a key of the moment against the key in the server's certificate (RFC 4492,
 * sections 2.1 and 2.3). Bouncy Castle's own takes part only with a client certificate that has a fixed key.
 */
final class StaticEcdhKeyExchange extends AbstractTlsKeyExchange {
    private final TlsCrypto crypto;
    private TlsAgreement agreement;

    StaticEcdhKeyExchange(int keyExchange, TlsCrypto crypto) {
        super(keyExchange);
        this.crypto = crypto;
    }

    @Override
    public void processServerCertificate(Certificate chain) throws IOException {
        SubjectPublicKeyInfo key = org.bouncycastle.asn1.x509.Certificate.getInstance(
                        chain.getCertificateAt(0).getEncoded())
                .getSubjectPublicKeyInfo();
        agreement = crypto.createECDomain(new TlsECConfig(Groups.of(key))).createECDH();
        agreement.receivePeerValue(key.getPublicKeyData().getBytes());
    }

    @Override
    public void generateClientKeyExchange(OutputStream output) throws IOException {
        TlsUtils.writeOpaque8(agreement.generateEphemeral(), output);
    }

    @Override
    public TlsSecret generatePreMasterSecret() throws IOException {
        return agreement.calculateSecret();
    }

    @Override
    public short[] getClientCertificateTypes() {
        return new short[] {ClientCertificateType.rsa_sign, ClientCertificateType.ecdsa_sign};
    }

    @Override
    public void processClientCredentials(TlsCredentials credentials) throws IOException {
        if (!(credentials instanceof TlsCredentialedSigner)) {
            throw new TlsFatalAlert(AlertDescription.internal_error);
        }
    }

    @Override
    public void skipServerCredentials() throws IOException {
        throw new TlsFatalAlert(AlertDescription.unexpected_message); // these suites have a certificate
    }

    @Override
    public void processServerCredentials(TlsCredentials credentials) throws IOException {
        throw new TlsFatalAlert(AlertDescription.internal_error); // of a server's role
    }
}
