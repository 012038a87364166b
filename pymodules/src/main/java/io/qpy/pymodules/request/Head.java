package io.qpy.pymodules.request;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The last stop before the connection: sends the script's header fields and none of OkHttp's, and keeps the answer's
 * status to itself, because OkHttp's upper layers would repeat a request after a 503 and refuse a 407.
 */
final class Head implements Interceptor {
    private final Headers fields;
    private volatile Response received;

    Head(Headers fields) {
        this.fields = fields;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        received = chain.proceed(chain.request().newBuilder().headers(fields).build());
        return received.newBuilder().code(200).build();
    }

    /** The answer's status, reason and header fields, once there is an answer. */
    Response received() {
        return received;
    }
}
