package io.qpy.sandbox.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** The TLS identity for each host name that clients ask for, issued when first asked for. Reactor's thread only. */
public final class ServerContexts {
    /** More names than any script has hosts; the oldest is issued anew when it is asked for again. */
    private static final int CAPACITY = 100;

    private final Supplier<CertificateAuthority> authority;
    private final Map<String, SslContext> contexts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SslContext> eldest) {
            return size() > CAPACITY;
        }
    };

    public ServerContexts(Supplier<CertificateAuthority> authority) {
        this.authority = authority;
    }

    /** {@code serverName} is null for a client that sends none (no SNI). */
    public SslContext of(String serverName) {
        return contexts.computeIfAbsent(serverName == null ? "localhost" : serverName, this::issue);
    }

    private SslContext issue(String name) {
        CertificateAuthority.Identity identity = authority.get().issue("localhost", "127.0.0.1", name);
        try {
            return SslContextBuilder.forServer(identity.key(), identity.chain())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
