package io.qpy.sandbox.tls;

import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.net.SandboxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One listener, whose every connection gets a thread. */
final class TlsEndpoint implements AutoCloseable {
    private static final int BACKLOG = 128;

    private final String word;
    private final EndpointPlan plan;
    private final Function<String, CertificateAuthority.Identity> identities;
    private final Optional<InetSocketAddress> upstream;
    private final Journal journal;
    private final ServerSocket listener;
    private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
    private final Thread acceptor = new Thread(this::accept, "qpy-sandbox-tls");

    private TlsEndpoint(
            String word,
            EndpointPlan plan,
            Function<String, CertificateAuthority.Identity> identities,
            Optional<InetSocketAddress> upstream,
            Journal journal)
            throws IOException {
        this.word = word;
        this.plan = plan;
        this.identities = identities;
        this.upstream = upstream;
        this.journal = journal;
        listener = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        acceptor.setDaemon(true);
    }

    /** Listens on 127.0.0.1; {@code upstream} is what it hands the clear bytes to, or it sends them back itself. */
    static TlsEndpoint open(
            String word,
            EndpointPlan plan,
            Function<String, CertificateAuthority.Identity> identities,
            Optional<InetSocketAddress> upstream,
            Journal journal) {
        try {
            TlsEndpoint endpoint = new TlsEndpoint(word, plan, identities, upstream, journal);
            endpoint.acceptor.start();
            return endpoint;
        } catch (IOException e) {
            throw new SandboxException("the sandbox's TLS endpoint '" + word + "' cannot listen: " + e.getMessage(), e);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                converse(listener.accept());
            } catch (IOException e) {
                // Closed, or a client that was gone before it was accepted.
            }
        }
    }

    private void converse(Socket client) throws IOException {
        client.setTcpNoDelay(true); // a handshake is many small messages
        Conversation conversation = new Conversation(
                client, plan.disturbance(), new EndpointServer(plan, identities), upstream, this::tell);
        conversations.add(conversation);
        conversation.start(() -> conversations.remove(conversation));
    }

    private void tell(String text) {
        journal.add(new Event.TlsNote(word, text));
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Conversation.join(acceptor);
        conversations.forEach(Conversation::close);
    }
}
