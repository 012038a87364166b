package io.qpy.repl.board;

import io.qpy.runtime.Interaction;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;
import io.qpy.runtime.Session;
import java.util.List;

/** Runs what a prompt was given, while the port's interrupt character interrupts it. */
final class Executor {
    private final Port port;
    private final Session session;
    private final Interaction interaction;

    Executor(Port port, Session session) {
        this.port = port;
        this.session = session;
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
            return interaction.execute(name, source, mode);
        } finally {
            port.onInterrupt(null);
        }
    }

    List<Interaction.Completion> complete(String code) {
        return interaction.complete(code);
    }
}
