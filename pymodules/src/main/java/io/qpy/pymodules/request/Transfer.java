package io.qpy.pymodules.request;

import java.io.Closeable;
import java.io.IOException;
import okhttp3.Response;
import okio.BufferedSource;

/** An answer on its way: the connection, and what OkHttp holds of it. */
record Transfer(WireSocket socket, Response response) implements Closeable {
    BufferedSource source() {
        return response.body().source();
    }

    /** The connection first: OkHttp would otherwise read on for a while, to use it again. */
    @Override
    public void close() throws IOException {
        socket.close();
        response.close();
    }
}
