package io.qpy.sandbox.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.net.Reactor;
import io.qpy.sandbox.tls.ServerContexts;
import io.qpy.sandbox.tls.TlsHandler;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/** A web server; with TLS contexts it speaks HTTPS. */
public final class HttpService {
    /** More than a module's flash holds. */
    public static final int DEFAULT_BODY_BYTES = 32 * 1024 * 1024;

    private final Reactor reactor;
    private final Optional<ServerContexts> contexts;
    private final int maxBodyBytes;
    private final Map<String, JsonPost> posts;
    private final Programme programme;
    private final Journal journal;
    private final InetSocketAddress address;

    /** {@code posts} are answered besides httpbin's paths, by their path. */
    public HttpService(
            Reactor reactor,
            int port,
            Optional<ServerContexts> contexts,
            int maxBodyBytes,
            Map<String, JsonPost> posts,
            Programme programme,
            Journal journal) {
        this.reactor = reactor;
        this.contexts = contexts;
        this.maxBodyBytes = maxBodyBytes;
        this.posts = posts;
        this.programme = programme;
        this.journal = journal;
        this.address = reactor.listenTcp(contexts.isPresent() ? "HTTPS" : "HTTP", port, this::assemble);
    }

    public InetSocketAddress address() {
        return address;
    }

    private void assemble(ChannelPipeline pipeline) {
        contexts.ifPresent(tls -> pipeline.addLast(new TlsHandler(tls)));
        pipeline.addLast(new HttpServerCodec())
                .addLast(new BodyCollector(maxBodyBytes))
                .addLast(new FlowControlHandler())
                .addLast(new HttpConnection(reactor, contexts.isPresent(), posts, programme, journal));
    }
}
