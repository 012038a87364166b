package io.qpy.repl;

import io.qpy.device.Device;
import io.qpy.device.console.Keys;
import io.qpy.runtime.Interaction.Ending;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The prompt where lines come as they are: from a pipe, where nothing but output and values is said and {@code sys.exit}
 * ends it, or from a terminal that cannot move its cursor, where the end of the input is Ctrl-D.
 */
public final class LinePrompt {
    private static final int EXCEPTION = 1;
    private static final int INTERRUPTED = 130;

    private final Supplier<Session> sessions;
    private final Device device;
    private final Keys keys;
    private final boolean onTerminal;
    private final Protection protection;
    private volatile Session session;

    /**
     * @param sessions switches the device on, at first and after each reset
     * @param keys the device's console's input
     * @param onTerminal whether to prompt, and to reset the device where the input ends once
     */
    public LinePrompt(Supplier<Session> sessions, Device device, Keys keys, boolean onTerminal) {
        this.sessions = sessions;
        this.device = device;
        this.keys = keys;
        this.onTerminal = onTerminal;
        protection = new Protection(device.flash());
        session = sessions.get();
    }

    /** Ctrl-C. */
    public void interrupt() {
        session.interruptForeground();
    }

    /**
     * Runs the statements of the input to its end; gives the exit code of the last, or of {@code sys.exit}.
     *
     * @param first a script to run before; or null
     */
    public int run(Script first) throws IOException, InterruptedException {
        try {
            if (first == null) {
                boot();
            } else {
                tell(session.interaction().execute(first));
                print(Banner.TEXT);
            }
            return serve();
        } finally {
            session.reset();
        }
    }

    private void boot() throws IOException {
        if (onTerminal) {
            String main = MainProgram.of(device.flash()).orElse("");
            tell(session.interaction().execute(MainProgram.NAME, main, Mode.FILE));
            print(Banner.TEXT);
        }
    }

    private int serve() throws IOException, InterruptedException {
        int exitCode = 0;
        while (true) {
            StringBuilder statement = new StringBuilder();
            int end = read(statement);
            if (!statement.toString().isBlank()) {
                Reply reply = execute(statement.toString());
                exitCode = exitCode(reply);
                if (reply.ending() == Ending.EXIT && !onTerminal) {
                    return exitCode;
                }
                if (reply.ending() == Ending.EXIT) {
                    reset();
                }
            }
            if (end == Keys.END) {
                return onTerminal ? 0 : exitCode;
            }
            if (end == Keys.HUNG_UP) {
                reset();
            }
        }
    }

    private void reset() throws IOException {
        session.reset();
        print("\n" + Banner.SOFT_RESET);
        session = sessions.get();
        boot();
    }

    /** Reads a statement; gives its last byte, or why there is none. */
    private int read(StringBuilder statement) throws IOException, InterruptedException {
        Continuation typed = new Continuation();
        int end;
        do {
            print(statement.isEmpty() ? ">>> " : "... ");
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (end = keys.next(); end >= 0 && end != '\n'; end = keys.next()) {
                line.write(end);
            }
            String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
            statement.append(statement.isEmpty() ? "" : "\n").append(text);
            typed.add(text);
        } while (end == '\n' && typed.isWanted());
        return end;
    }

    private static int exitCode(Reply reply) {
        return switch (reply.ending()) {
            case NORMAL -> 0;
            case INTERRUPTED -> INTERRUPTED;
            case EXIT -> reply.exitCode();
            case EXCEPTION -> EXCEPTION;
        };
    }

    private Reply execute(String statement) throws IOException {
        session.forgetInterrupt();
        Reply reply = protection.isOn()
                ? new Reply(Ending.EXCEPTION, Protection.REFUSAL + "\n", 0)
                : session.interaction().execute("<stdin>", statement, Mode.SINGLE);
        tell(reply);
        return reply;
    }

    private void tell(Reply reply) throws IOException {
        write(device.console().errors(), reply.traceback());
        reply.explain(device.notices());
    }

    private void print(String text) throws IOException {
        if (onTerminal) {
            write(device.console().output(), text);
        }
    }

    private static void write(OutputStream stream, String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }
}
