package io.qpy.device.tls;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.network.Stream;
import io.qpy.device.time.DeviceClock;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.tls.TlsFatalAlert;

/**
 * TLS as the module speaks it: its cipher suites, any certificate accepted, the host told to the server. It is Bouncy
 * Castle's low-level TLS, since the JDK's knows but a third of the suites.
 */
public final class DeviceTls {
    private final Trust trust;
    private final DeviceClock clock;
    private final Notices notices;
    private final Identity identity;
    private final boolean hasTls13;

    private DeviceTls(Trust trust, DeviceClock clock, Notices notices, Identity identity, boolean hasTls13) {
        this.trust = trust;
        this.clock = clock;
        this.notices = notices;
        this.identity = identity;
        this.hasTls13 = hasTls13;
    }

    /** A device that shows no certificate of its own. */
    public static DeviceTls of(Trust trust, DeviceClock clock, Notices notices) {
        return new DeviceTls(trust, clock, notices, null, true);
    }

    /**
     * The same with a certificate to show when the server asks for one.
     *
     * @param certificate PEM, the device's own first
     * @param key PEM, not encrypted: PKCS#8, PKCS#1 or SEC 1
     * @throws InvalidIdentity which says what is wrong with them
     */
    public DeviceTls withCertificate(String certificate, String key) throws InvalidIdentity {
        Identity own = Pem.identity(certificate, key);
        if (!Pem.belongTogether(own)) {
            notices.sayOnce(
                    Code.OWN_CERTIFICATE,
                    "the device's certificate and private key do not belong together: "
                            + "a server that asks for the certificate will refuse it");
        }
        return new DeviceTls(trust, clock, notices, own, hasTls13);
    }

    /** The same as firmware that has TLS 1.2 only. */
    public DeviceTls withoutTls13() {
        return new DeviceTls(trust, clock, notices, identity, false);
    }

    /**
     * Puts TLS over a connected socket of a client library's; {@link TlsSocket#startHandshake} comes next.
     *
     * @param host as the script names it; a name is told to the server (SNI), an address is not
     */
    public TlsSocket over(Socket connected, String host, int port) {
        return new TlsSocket(connected, connection(new SocketWire(connected), host, host + ":" + port));
    }

    /**
     * Puts TLS over a connected socket of the script's; {@link TlsConnection#handshake} comes next.
     *
     * @param host null where the script says none
     */
    public TlsConnection over(Stream connected, String host) {
        return connection(new StreamWire(connected), host, host == null ? connected.peer() : host);
    }

    private TlsConnection connection(Wire wire, String host, String endpoint) {
        String name = host == null || host.isEmpty() || HostNames.isAddress(host) ? null : host;
        ModuleTlsClient client = new ModuleTlsClient(
                new DeviceCrypto(),
                name,
                identity,
                hasTls13,
                certificate -> inspect(Chains.encoded(certificate.getCertificate()), host, endpoint));
        return new TlsConnection(client, wire);
    }

    private void inspect(List<byte[]> chain, String host, String endpoint) throws IOException {
        List<Objection> objections = new ArrayList<>(objections(chain, host));
        if (trust.refuses() && host == null) {
            objections.add(Objection.noHost());
        }
        if (objections.isEmpty()) {
            return;
        }
        String all = objections.stream().map(Objection::text).collect(Collectors.joining("; "));
        if (trust.refuses()) {
            throw new TlsFatalAlert(
                    objections.get(0).alert(), Reasons.refusedCertificate("its certificate is refused: " + all));
        }
        notices.sayOnce(
                Code.CERTIFICATE,
                "the certificate of " + endpoint + " would not pass a check: " + all
                        + ". The module does not check; --tls verify does");
    }

    /**
     * What a check would find wrong with the certificate of a connection.
     *
     * @param host as the script names it, null for none
     * @return empty for one that passes; each entry a sentence that begins with "it" or "its"
     */
    public List<String> objections(TlsSessionInfo session, String host) {
        return objections(session.chain(), host).stream().map(Objection::text).toList();
    }

    /** What is wrong with a server's certificate. This PC's authorities are asked only when the others do not know it. */
    private List<Objection> objections(List<byte[]> chain, String host) {
        try {
            var certificates = Chains.parsed(chain);
            Authorities known = trust.authorities().get();
            List<Objection> first = new CertificateJudge(known, clock.instant()).objections(certificates, host);
            if (first.stream().noneMatch(Objection::isAboutIssuer)) {
                return first;
            }
            return new CertificateJudge(known.and(Authorities.ofThisPc()), clock.instant())
                    .objections(certificates, host);
        } catch (CertificateException e) {
            return List.of(Objection.unreadable(e.getMessage()));
        }
    }
}
