package io.qpy.sandbox.tls;

import io.qpy.sandbox.journal.Journal;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Servers whose TLS is as one asks, to see what a client makes of it. They have threads of their own, since Bouncy
 * Castle's TLS, which does what the JDK's refuses, waits for its peer.
 */
public final class TlsEndpoints implements AutoCloseable {
    private final Supplier<CertificateAuthority> authority;
    private final Supplier<InetSocketAddress> http;
    private final Supplier<InetSocketAddress> mqtt;
    private final Journal journal;
    private final Map<String, TlsEndpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<String, CertificateAuthority.Identity> identities = new ConcurrentHashMap<>();

    /** {@code http} and {@code mqtt} are where those services listen without TLS; asked for when first needed. */
    public TlsEndpoints(
            Supplier<CertificateAuthority> authority,
            Supplier<InetSocketAddress> http,
            Supplier<InetSocketAddress> mqtt,
            Journal journal) {
        this.authority = authority;
        this.http = http;
        this.mqtt = mqtt;
        this.journal = journal;
    }

    /** Whether {@link #address} knows the word. */
    public static boolean knows(String word) {
        return EndpointPlan.of(word).isPresent();
    }

    /**
     * The endpoint of that word, started when it is first asked for.
     *
     * @param word of a {@link Behaviour}, or {@code suite-} with a cipher suite's name or hexadecimal number
     * @throws IllegalArgumentException if there is none
     */
    public InetSocketAddress address(String word, Upstream upstream) {
        EndpointPlan plan = EndpointPlan.of(word)
                .orElseThrow(() -> new IllegalArgumentException("no TLS endpoint is called '" + word + "'"));
        return endpoints
                .computeIfAbsent(word + " " + upstream, key -> open(word, plan, upstream))
                .address();
    }

    private TlsEndpoint open(String word, EndpointPlan plan, Upstream upstream) {
        return TlsEndpoint.open(word, plan, name -> identity(plan, name), find(upstream), journal);
    }

    private Optional<InetSocketAddress> find(Upstream upstream) {
        return switch (upstream) {
            case HTTP -> Optional.of(http.get());
            case MQTT -> Optional.of(mqtt.get());
            case ECHO -> Optional.empty();
        };
    }

    private CertificateAuthority.Identity identity(EndpointPlan plan, String name) {
        String host = name == null ? "localhost" : name;
        return identities.computeIfAbsent(
                plan.specimen() + " " + plan.key() + " " + host,
                key -> authority.get().issue(plan.specimen(), plan.key(), host, "127.0.0.1"));
    }

    /** No thread and no socket is left when it returns. */
    @Override
    public void close() {
        endpoints.values().forEach(TlsEndpoint::close);
    }
}
