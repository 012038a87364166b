package io.qpy.sandbox.tls;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.bouncycastle.tls.TlsServerProtocol;

/** What a client sends a TLS endpoint of the sandbox's. */
public final class TlsRecordParser implements Parser {
    private final CertificateAuthority authority = new CertificateAuthority();
    private final CertificateAuthority.Identity identity = authority.issue("fuzz.example");

    @Override
    public List<byte[]> seeds() {
        List<byte[]> all = new ArrayList<>(Seeds.bytes("\025\003\003\000\002\002\050", "GET / HTTP/1.1\r\n\r\n"));
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            all.add(hello(version));
        }
        return all;
    }

    /** A ClientHello of the JDK's. */
    public static byte[] hello(String version) {
        try {
            SSLEngine engine = SSLContext.getDefault().createSSLEngine("fuzz.example", 443);
            engine.setUseClientMode(true);
            engine.setEnabledProtocols(new String[] {version});
            ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.beginHandshake();
            engine.wrap(ByteBuffer.allocate(0), out);
            return Arrays.copyOf(out.array(), out.position());
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes(
                "\026\003\001",
                "\026\003\003\100\001",
                "\027\003\003",
                "\024\003\003\000\001\001",
                "\001\000\000",
                "\377\377",
                "\000\000",
                "\003\004");
    }

    @Override
    public String parse(byte[] input) {
        EndpointPlan plan = EndpointPlan.of("good").orElseThrow();
        TlsServerProtocol protocol =
                new TlsServerProtocol(new ByteArrayInputStream(input), OutputStream.nullOutputStream());
        try {
            protocol.accept(new EndpointServer(plan, name -> identity));
            return "agreed";
        } catch (IOException e) {
            return Seeds.kind(e.getMessage());
        }
    }
}
