package io.qpy.sandbox.tls;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Reads which host a client asks for and speaks TLS as that host. Not netty's SniHandler: its SslContext has the JVM look for
 * netty's native TLS in all jars at each start, also of scripts that never see TLS.
 */
public final class TlsHandler extends AbstractSniHandler<SSLContext> {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final ServerContexts contexts;

    public TlsHandler(ServerContexts contexts) {
        this.contexts = contexts;
    }

    @Override
    protected Future<SSLContext> lookup(ChannelHandlerContext ctx, String serverName) {
        return ctx.executor().newSucceededFuture(contexts.of(serverName));
    }

    @Override
    protected void onLookupComplete(ChannelHandlerContext ctx, String serverName, Future<SSLContext> context) {
        SSLEngine engine = context.getNow().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        ctx.pipeline().replace(this, null, new SslHandler(engine));
    }
}
