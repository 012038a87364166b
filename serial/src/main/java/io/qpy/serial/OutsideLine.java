package io.qpy.serial;

import java.io.OutputStream;

/** What the lines to programs outside share: they send from a thread, so that {@link #send} need not wait. */
abstract class OutsideLine implements SerialLine {
    private static final int PATIENCE_MILLIS = 500;

    private final Outbox outbox = new Outbox();
    private final boolean mayBeAlone;
    private OutputStream peer;

    /** {@code mayBeAlone} says whether nobody may be there though the line is connected. */
    OutsideLine(boolean mayBeAlone) {
        this.mayBeAlone = mayBeAlone;
    }

    @Override
    public final boolean leadsOutside() {
        return true;
    }

    @Override
    public final boolean send(byte[] bytes, int offset, int length) {
        synchronized (outbox) {
            // Not before somebody sends so: the prompt has an outbox of its own, and needs no second thread.
            if (peer != null && !outbox.isAttached()) {
                outbox.attach(peer, mayBeAlone);
            }
            return outbox.offer(bytes, offset, length);
        }
    }

    /** From now on bytes go to this far end; to none if it is null. */
    final void sendTo(OutputStream newPeer) {
        synchronized (outbox) {
            outbox.detach(peer);
            peer = newPeer;
        }
    }

    /** Before the line is closed: lets the far end take what was sent, which would be lost else. */
    final void drain() {
        try {
            outbox.drain(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
