package io.qpy.pymodules.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import javax.net.SocketFactory;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

class OpenAnswersTest {
    private static final int TRIES = 100;

    private final OpenAnswers answers = new OpenAnswers();
    private final Answer reachable = new Answer(null, null, null);

    private static WireSocket socket() {
        return new WireSocket(SocketFactory.getDefault(), Target.of("http://host", 0));
    }

    private static Transfer transfer(WireSocket socket) {
        Request request = new Request.Builder().url("http://host").build();
        return new Transfer(
                socket,
                new Response.Builder()
                        .request(request)
                        .protocol(Protocol.HTTP_1_0)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create("", null))
                        .build());
    }

    @Test
    void closesWhatTheScriptDropped() throws Exception {
        WireSocket dropped = socket();
        answers.add(new Answer(null, null, null), transfer(dropped));
        for (int i = 0; i < TRIES && !dropped.isClosed(); i++) {
            System.gc();
            Thread.sleep(10);
            answers.closeDropped();
        }
        assertTrue(dropped.isClosed());
    }

    @Test
    void closesTheOthersWithTheDevice() throws IOException {
        WireSocket held = socket();
        answers.add(reachable, transfer(held));
        answers.closeDropped();
        assertFalse(held.isClosed());
        answers.close();
        assertTrue(held.isClosed());
    }

    @Test
    void forgetsAnAnswerWhoseBodyIsClosed() throws IOException {
        WireSocket socket = socket();
        Transfer transfer = transfer(socket);
        answers.add(reachable, transfer);
        assertEquals(1, answers.size());
        new Body(transfer, answers, null).close();
        assertTrue(socket.isClosed());
        assertEquals(0, answers.size());
    }
}
