package io.qpy.device.tls;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.tls.SecurityParameters;

/**
 * What a handshake has agreed on.
 *
 * @param protocol for instance {@code TLSv1.2}
 * @param suite the cipher suite's name
 * @param chain the server's certificates in DER, its own first
 * @param asksForCertificate whether the server wants to see the device's; in TLS 1.3 its refusal comes after the handshake
 */
public record TlsSessionInfo(String protocol, String suite, List<byte[]> chain, boolean asksForCertificate) {
    static TlsSessionInfo of(SecurityParameters agreed, boolean asksForCertificate) throws IOException {
        int code = agreed.getCipherSuite();
        return new TlsSessionInfo(
                agreed.getNegotiatedVersion().getName().replace(" ", "v"),
                Suite.of(code).map(Suite::name).orElse(String.format("0x%04x", code)),
                Chains.encoded(agreed.getPeerCertificate()),
                asksForCertificate);
    }
}
