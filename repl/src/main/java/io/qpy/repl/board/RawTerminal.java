package io.qpy.repl.board;

import io.qpy.device.Notices;
import io.qpy.repl.Protection;
import io.qpy.runtime.Session;
import java.io.OutputStream;

/** The raw prompt of a session that has a prompt already, on the terminal of that prompt. */
public final class RawTerminal {
    private final Port port;
    private final RawPrompt prompt;

    public RawTerminal(OutputStream terminal, Session session, Protection protection) {
        port = new Port(terminal);
        prompt = new RawPrompt(port, new Executor(port, session, Notices.discarding()), protection);
    }

    /** Takes what was typed. */
    public void received(byte... bytes) {
        port.received(bytes, 0, bytes.length);
    }

    /** Ends {@link #run}. */
    public void close() {
        port.close();
    }

    /** Serves the terminal on this thread up to Ctrl-B; whether a soft reset is wanted then. */
    public boolean run() throws InterruptedException {
        return prompt.run() == Exit.RESET;
    }
}
