package io.qpy.device.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.DefaultTlsKeyExchangeFactory;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsKeyExchange;
import org.bouncycastle.tls.TlsKeyExchangeFactory;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** What the device offers and accepts in a handshake: as the module's mbedTLS does, which is little particular. */
final class ModuleTlsClient extends AbstractTlsClient implements TlsAuthentication {
    /** MBEDTLS_SSL_MIN_DH in bits; mbedTLS accepts any prime of that size. */
    private static final int MIN_DH_BITS = 1024;

    private final BcTlsCrypto crypto;
    private final String host;
    private final Identity identity;
    private final boolean hasTls13;
    private final Inspector inspector;
    private boolean asked;
    private TlsSessionInfo session;

    /** Looks at the server's certificate in the middle of the handshake. */
    interface Inspector {
        /**
         * Lets it pass, or refuses it.
         *
         * @throws IOException an alert of Bouncy Castle's, which goes to the server
         */
        void inspect(TlsServerCertificate certificate) throws IOException;
    }

    /**
     * A client for one connection.
     *
     * @param host the name to tell the server (SNI), null for none
     * @param identity the device's own certificate, null for none
     * @param hasTls13 false for firmware that has TLS 1.2 only
     */
    ModuleTlsClient(BcTlsCrypto crypto, String host, Identity identity, boolean hasTls13, Inspector inspector) {
        super(crypto);
        this.crypto = crypto;
        this.host = host;
        this.identity = identity;
        this.hasTls13 = hasTls13;
        this.inspector = inspector;
    }

    /** What was agreed on; null before the handshake's end. */
    TlsSessionInfo session() {
        return session;
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return Suite.codes(hasTls13);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return hasTls13 ? ProtocolVersion.TLSv13.downTo(ProtocolVersion.TLSv12) : ProtocolVersion.TLSv12.only();
    }

    @Override
    protected Vector<Integer> getSupportedGroups(@SuppressWarnings("rawtypes") Vector roles) {
        return Groups.all();
    }

    @Override
    @SuppressWarnings("JdkObsolete") // Bouncy Castle's type
    protected Vector<ServerName> getSNIServerNames() {
        if (host == null) {
            return null;
        }
        Vector<ServerName> names = new Vector<>();
        names.add(new ServerName(NameType.host_name, host.getBytes(StandardCharsets.US_ASCII)));
        return names;
    }

    /** The module does not ask for OCSP's answers. */
    @Override
    protected CertificateStatusRequest getCertificateStatusRequest() {
        return null;
    }

    @Override
    public TlsDHGroupVerifier getDHGroupVerifier() {
        return group -> group.getP().bitLength() >= MIN_DH_BITS;
    }

    /** Servers that know nothing of RFC 5746 are accepted (MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION). */
    @Override
    public void notifySecureRenegotiation(boolean secureRenegotiation) {}

    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false; // {@link CertificateJudge} tells of it
    }

    @Override
    public TlsKeyExchangeFactory getKeyExchangeFactory() {
        return new DefaultTlsKeyExchangeFactory() {
            @Override
            public TlsKeyExchange createECDHKeyExchange(int keyExchange) {
                return new StaticEcdhKeyExchange(keyExchange, crypto);
            }
        };
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return this;
    }

    @Override
    public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
        inspector.inspect(certificate);
    }

    @Override
    public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
        asked = true;
        return identity == null ? null : identity.credentials(context, crypto, request);
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        session = TlsSessionInfo.of(context.getSecurityParametersConnection(), asked);
    }
}
