package io.qpy.sandbox.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/** How the reply's end is told: only HTTP/1.1 knows chunks, and {@code keepAlive} leaves the connection open. */
record Framed(boolean chunks, boolean keepAlive) {
    static Framed of(HttpRequest request, boolean keepAlive) {
        return new Framed(request.protocolVersion().equals(HttpVersion.HTTP_1_1), keepAlive);
    }
}
