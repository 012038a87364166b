package io.qpy.pymodules.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

class OpenAnswersTest {
    private static final int TRIES = 100;

    private final OpenAnswers answers = new OpenAnswers();
    private final Answer reachable = new Answer(null, null, null);

    private static Connection connection() {
        return new Connection(SocketFactory.getDefault(), Target.of("http://host", 0));
    }

    @Test
    void closesWhatTheScriptDropped() throws Exception {
        Connection dropped = connection();
        answers.add(new Answer(null, null, null), dropped);
        for (int i = 0; i < TRIES && !dropped.isClosed(); i++) {
            System.gc();
            Thread.sleep(10);
            answers.closeDropped();
        }
        assertTrue(dropped.isClosed());
    }

    @Test
    void closesTheOthersWithTheDevice() throws IOException {
        Connection held = connection();
        answers.add(reachable, held);
        answers.closeDropped();
        assertFalse(held.isClosed());
        answers.close();
        assertTrue(held.isClosed());
    }

    @Test
    void forgetsAnAnswerWhoseBodyIsClosed() throws IOException {
        Connection connection = connection();
        answers.add(reachable, connection);
        assertEquals(1, answers.size());
        new Body(connection, null, answers, null).close();
        assertTrue(connection.isClosed());
        assertEquals(0, answers.size());
    }
}
