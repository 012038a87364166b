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
 */
public record TlsSessionInfo(String protocol, String suite, List<byte[]> chain) {
    static TlsSessionInfo of(SecurityParameters agreed) throws IOException {
        int code = agreed.getCipherSuite();
        return new TlsSessionInfo(
                agreed.getNegotiatedVersion().getName().replace(" ", "v"),
                Suite.of(code).map(Suite::name).orElse(String.format("0x%04x", code)),
                Chains.encoded(agreed.getPeerCertificate()));
    }
}
