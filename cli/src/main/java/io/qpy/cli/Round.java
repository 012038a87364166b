package io.qpy.cli;

import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Session;
import io.qpy.start.Interrupts;
import io.qpy.start.Invocation;
import java.io.InputStream;

/** What one run of a program has around it. */
interface Round {
    Interpreter interpreter();

    InputStream input();

    /** Does this when the person types Ctrl-C; what is returned ends that. */
    Runnable onInterrupt(Runnable action);

    /** The program's run is about to begin. */
    void started(ProgramRun run);

    /** Ends the program's last session. */
    void end(Session session);

    /** Whether the program is stopped because another run is to begin. */
    boolean isStopped();

    /** The one of a call. */
    static Round of(Invocation invocation) {
        return new Round() {
            @Override
            public Interpreter interpreter() {
                return invocation.interpreter();
            }

            @Override
            public InputStream input() {
                return invocation.terminal().input();
            }

            @Override
            public Runnable onInterrupt(Runnable action) {
                return Interrupts.to(action)::restore;
            }

            @Override
            public void started(ProgramRun run) {}

            @Override
            public void end(Session session) {
                invocation.end(session);
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        };
    }
}
