package io.qpy.pymodules.request;

import io.qpy.pymodules.network.OneSocketFactory;
import java.net.InetAddress;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Makes OkHttp's calls: each with a connection of its own, nothing repeated, nothing followed. */
final class HttpCalls {
    /**
     * TLS is below OkHttp, in {@link WireSocket}: OkHttp then loads none of its own. The pool keeps nothing; its
     * second is how often it looks.
     */
    private final OkHttpClient base = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .proxy(Proxy.NO_PROXY)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .fastFallback(false)
            .build();

    /**
     * A call over this socket.
     *
     * @param millis how long to wait for the connection and for each piece of the answer, 0 for ever
     */
    Call call(WireSocket socket, InetAddress address, int millis, Request request) {
        return base.newBuilder()
                .socketFactory(new OneSocketFactory(socket))
                .dns(name -> List.of(address))
                .connectTimeout(millis, TimeUnit.MILLISECONDS)
                .readTimeout(millis, TimeUnit.MILLISECONDS)
                .writeTimeout(millis, TimeUnit.MILLISECONDS)
                .build()
                .newCall(request);
    }

    /**
     * The request as OkHttp is told it: whether there is a body. {@link WireSocket} writes the script's head, and hands
     * OkHttp one that says where the answer's body ends.
     */
    static Request request(int port, byte[] body) {
        Request.Builder request = new Request.Builder()
                .url("http://device:" + port + "/")
                .header("Accept-Encoding", "identity"); // else OkHttp would unpack gzip, which the module does not
        return body == null
                ? request.build()
                : request.post(RequestBody.create(body)).build();
    }
}
