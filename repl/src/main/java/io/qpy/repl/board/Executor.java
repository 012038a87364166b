package io.qpy.repl.board;

import io.qpy.device.Notices;
import io.qpy.runtime.Interaction;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;
import io.qpy.runtime.Session;
import java.util.List;

/**
 * Runs what a prompt was given, while the port's interrupt character interrupts it. What is known of an exception is told to the
 * person at the PC, never at the port: tools read the traceback there.
 */
final class Executor {
    private final Port port;
    private final Session session;
    private final Interaction interaction;
    private final Notices notices;

    Executor(Port port, Session session, Notices notices) {
        this.port = port;
        this.session = session;
        this.notices = notices;
        this.interaction = session.interaction();
    }

    Reply run(String source, Mode mode) {
        return run("<stdin>", source, mode);
    }

    Reply run(String name, String source, Mode mode) {
        port.keys().interruptCharacter(Control.CTRL_C);
        session.forgetInterrupt();
        port.onInterrupt(session::interruptForeground);
        try {
            Reply reply = interaction.execute(name, source, mode);
            reply.explain(notices);
            return reply;
        } finally {
            port.onInterrupt(null);
        }
    }

    List<Interaction.Completion> complete(String code) {
        return interaction.complete(code);
    }
}
