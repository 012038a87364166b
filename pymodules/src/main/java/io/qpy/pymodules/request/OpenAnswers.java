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
    private final Map<Transfer, Held> open = new ConcurrentHashMap<>();

    private static final class Held extends WeakReference<Answer> {
        private final Transfer transfer;

        Held(Answer answer, Transfer transfer, ReferenceQueue<Answer> dropped) {
            super(answer, dropped);
            this.transfer = transfer;
        }
    }

    void add(Answer answer, Transfer transfer) {
        open.put(transfer, new Held(answer, transfer, dropped));
    }

    /** Closes what has been read or given up; it is forgotten at once, or each would outlive a few collections. */
    void close(Transfer transfer) throws IOException {
        open.remove(transfer);
        transfer.close();
    }

    /** Closes what no script can reach any more. */
    void closeDropped() throws IOException {
        Held held = (Held) dropped.poll();
        while (held != null) {
            close(held.transfer);
            held = (Held) dropped.poll();
        }
    }

    /** How many are open. */
    int size() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        for (Transfer transfer : open.keySet()) {
            transfer.close();
        }
    }
}
