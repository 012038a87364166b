package io.qpy.sandbox.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Vector;
import java.util.function.Function;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsKeyExchangeFactory;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.KeyExchangeAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedDecryptor;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsKeyExchange;
import org.bouncycastle.tls.TlsKeyExchangeFactory;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedAgreement;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** One connection's server: an {@link EndpointPlan} in Bouncy Castle's terms. */
final class EndpointServer extends DefaultTlsServer {
    private final BcTlsCrypto crypto;
    private final EndpointPlan plan;
    private final Function<String, CertificateAuthority.Identity> identities;
    private CertificateAuthority.Identity identity;
    private String clientSubject = "";

    /** {@code identities} gives one for a host's name, null for a client that names none. */
    EndpointServer(EndpointPlan plan, Function<String, CertificateAuthority.Identity> identities) {
        this(new BcTlsCrypto(new SecureRandom()), plan, identities);
    }

    private EndpointServer(
            BcTlsCrypto crypto, EndpointPlan plan, Function<String, CertificateAuthority.Identity> identities) {
        super(crypto);
        this.crypto = crypto;
        this.plan = plan;
        this.identities = identities;
    }

    /** What was agreed on, for the journal. */
    String agreement() {
        int suite = context.getSecurityParametersConnection().getCipherSuite();
        String client = clientSubject.isEmpty() ? "" : ", client certificate " + clientSubject;
        return context.getServerVersion().getName().replace(" ", "v") + ", suite 0x%04x".formatted(suite) + client;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return plan.versions().toArray(new ProtocolVersion[0]);
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return plan.suites().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Those for the other key are there for other endpoints. */
    @Override
    protected boolean selectCipherSuite(int suite) throws IOException {
        boolean anyKey = Suites.isTls13(suite) || (Suites.key(suite) == KeyKind.EC) == (plan.key() == KeyKind.EC);
        return anyKey && super.selectCipherSuite(suite);
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        if (TlsUtils.isTLSv13(context)) {
            return signer(plan.key() != KeyKind.EC);
        }
        return switch (context.getSecurityParametersHandshake().getKeyExchangeAlgorithm()) {
            case KeyExchangeAlgorithm.ECDH_RSA, KeyExchangeAlgorithm.ECDH_ECDSA ->
                new BcDefaultTlsCredentialedAgreement(crypto, certificate(), key());
            default -> super.getCredentials();
        };
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return signer(false);
    }

    @Override
    protected TlsCredentialedSigner getRSASignerCredentials() throws IOException {
        return signer(true);
    }

    @Override
    protected TlsCredentialedDecryptor getRSAEncryptionCredentials() throws IOException {
        return new BcDefaultTlsCredentialedDecryptor(crypto, certificate(), key());
    }

    @Override
    public TlsKeyExchangeFactory getKeyExchangeFactory() {
        return new DefaultTlsKeyExchangeFactory() {
            @Override
            public TlsKeyExchange createECDHKeyExchange(int keyExchange) throws IOException {
                return new StaticEcdhServerKeyExchange(keyExchange, crypto, (ECPrivateKeyParameters) key());
            }
        };
    }

    private TlsCredentialedSigner signer(boolean rsa) throws IOException {
        SignatureAndHashAlgorithm algorithm = null;
        for (Object each : context.getSecurityParametersHandshake().getClientSigAlgs()) {
            SignatureAndHashAlgorithm offered = (SignatureAndHashAlgorithm) each;
            if (SignatureChoice.fits(offered, rsa, TlsUtils.isTLSv13(context))) {
                algorithm = offered;
                break;
            }
        }
        if (algorithm == null) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure);
        }
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context), crypto, key(), certificate(), algorithm);
    }

    private CertificateAuthority.Identity identity() {
        if (identity == null) {
            identity = identities.apply(serverName());
        }
        return identity;
    }

    private String serverName() {
        List<?> names = context.getSecurityParametersHandshake().getClientServerNames();
        return names == null || names.isEmpty()
                ? null
                : new String(((ServerName) names.get(0)).getNameData(), StandardCharsets.US_ASCII);
    }

    private AsymmetricKeyParameter key() throws IOException {
        return PrivateKeyFactory.createKey(identity().key().getEncoded());
    }

    private Certificate certificate() throws IOException {
        try {
            boolean tls13 = TlsUtils.isTLSv13(context);
            List<X509Certificate> chain = identity().chain();
            CertificateEntry[] entries = new CertificateEntry[chain.size()];
            TlsCertificate[] certificates = new TlsCertificate[chain.size()];
            for (int i = 0; i < entries.length; i++) {
                certificates[i] = new BcTlsCertificate(crypto, chain.get(i).getEncoded());
                entries[i] = new CertificateEntry(certificates[i], null);
            }
            return tls13 ? new Certificate(new byte[0], entries) : new Certificate(certificates);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public CertificateRequest getCertificateRequest() throws IOException {
        if (!plan.wantsCertificate()) {
            return null;
        }
        Vector<?> algorithms = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
        return TlsUtils.isTLSv13(context)
                ? new CertificateRequest(new byte[0], algorithms, null, null)
                : new CertificateRequest(
                        new short[] {ClientCertificateType.rsa_sign, ClientCertificateType.ecdsa_sign},
                        algorithms,
                        null);
    }

    @Override
    public void notifyClientCertificate(Certificate shown) throws IOException {
        if (shown == null || shown.isEmpty()) {
            throw new TlsFatalAlert(
                    TlsUtils.isTLSv13(context)
                            ? AlertDescription.certificate_required
                            : AlertDescription.handshake_failure);
        }
        clientSubject = org.bouncycastle.asn1.x509.Certificate.getInstance(
                        shown.getCertificateAt(0).getEncoded())
                .getSubject()
                .toString();
    }
}
