package io.qpy.sandbox.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The TLS identity for each host name that clients ask for, issued when first asked for. Reactor's thread only. */
public final class ServerContexts {
    /** More names than any script has hosts; the oldest is issued anew when it is asked for again. */
    private static final int CAPACITY = 100;

    private static final char[] NO_PASSWORD = {};

    private final Supplier<CertificateAuthority> authority;
    private final Map<String, SSLContext> contexts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SSLContext> eldest) {
            return size() > CAPACITY;
        }
    };

    public ServerContexts(Supplier<CertificateAuthority> authority) {
        this.authority = authority;
    }

    /** {@code serverName} is null for a client that sends none (no SNI). */
    public SSLContext of(String serverName) {
        return contexts.computeIfAbsent(serverName == null ? "localhost" : serverName, this::issue);
    }

    private SSLContext issue(String name) {
        CertificateAuthority.Identity identity = authority.get().issue("localhost", "127.0.0.1", name);
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(
                    "server", identity.key(), NO_PASSWORD, identity.chain().toArray(Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
