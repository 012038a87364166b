package io.qpy.pymodules.request;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.Reference;
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
    private final Map<Reference<? extends Answer>, Transfer> open = new ConcurrentHashMap<>();

    void add(Answer answer, Transfer transfer) {
        open.put(new WeakReference<>(answer, dropped), transfer);
    }

    /** Closes what no script can reach any more. */
    void closeDropped() throws IOException {
        Reference<? extends Answer> reference = dropped.poll();
        while (reference != null) {
            open.remove(reference).close();
            reference = dropped.poll();
        }
    }

    @Override
    public void close() throws IOException {
        for (Transfer transfer : open.values()) {
            transfer.close();
        }
    }
}
