package io.qpy.pymodules.request;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections of answers. Many a script posts for ever and never reads or closes an answer; on the module the
 * collector closes what a script has dropped, and so it is here.
 */
final class OpenAnswers implements Closeable {
    private final ReferenceQueue<Answer> dropped = new ReferenceQueue<>();
    private final Map<Connection, Held> open = new ConcurrentHashMap<>();

    private static final class Held extends WeakReference<Answer> {
        private final Connection connection;

        Held(Answer answer, Connection connection, ReferenceQueue<Answer> dropped) {
            super(answer, dropped);
            this.connection = connection;
        }
    }

    void add(Answer answer, Connection connection) {
        open.put(connection, new Held(answer, connection, dropped));
    }

    /** Closes what has been read or given up; it is forgotten at once, or each would outlive a few collections. */
    void close(Connection connection) throws IOException {
        open.remove(connection);
        connection.close();
    }

    /** Closes what no script can reach any more. */
    void closeDropped() throws IOException {
        Held held = (Held) dropped.poll();
        while (held != null) {
            close(held.connection);
            held = (Held) dropped.poll();
        }
    }

    /** How many are open. */
    int size() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : open.keySet()) {
            connection.close();
        }
    }
}
