package io.qpy.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client not ours that keeps its connections, asks for gzip, and sends bodies whose length it does not know. */
class OkHttpTest {
    private static final String TEXT = "text/plain";

    private final Sandbox sandbox = Sandbox.create();
    private final OkHttpClient client = new OkHttpClient();

    @AfterEach
    void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        sandbox.close();
    }

    private String answer(Request.Builder request) throws IOException {
        try (Response response = client.newCall(request.build()).execute()) {
            assertEquals(200, response.code());
            return response.body().string();
        }
    }

    private Request.Builder request(String path) {
        return new Request.Builder()
                .url("http://127.0.0.1:" + sandbox.http().address().getPort() + path);
    }

    @Test
    void readsWhatIsCompressedAndWhatIsRedirected() throws IOException {
        assertTrue(answer(request("/gzip")).contains("\"gzipped\" : true"));
        assertTrue(answer(request("/redirect/3")).contains("/get"));
    }

    @Test
    void sendsABodyInChunks() throws IOException {
        String seen = answer(request("/post").post(new RequestBody() {
            @Override
            public MediaType contentType() {
                return MediaType.parse(TEXT);
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                for (int i = 0; i < 3; i++) {
                    sink.writeUtf8("part " + i + ";").flush();
                }
            }
        }));
        assertTrue(seen.contains("\"data\" : \"part 0;part 1;part 2;\""), seen);
    }

    @Test
    void keepsItsConnectionFromRequestToRequest() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertTrue(answer(request("/get?i=" + i)).contains("\"i\" : \"" + i + "\""));
        }
        assertEquals(1, client.connectionPool().connectionCount());
    }
}
