package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.Notice;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;
import io.qpy.runtime.Session;
import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code qpy exec} and {@code qpy eval}: a piece of code on a stored device, as if typed at its prompt. */
abstract class ExecCommand implements Callable<Integer>, SharingCommand {
    private static final int TIMED_OUT = 42;

    private final DeviceOptions options = new DeviceOptions();

    private final StoredDevice stored = new StoredDevice();

    private final Invocation invocation;
    private final Terminal terminal;

    private ExecCommand(Invocation invocation) {
        this.invocation = invocation;
        terminal = invocation.terminal();
    }

    /** What runs. */
    abstract String code();

    @Command(
            name = "exec",
            description = "Run a piece of code on a stored device, as if typed at its prompt.",
            footer = {"", "Example:", "  qpy exec 'import uos; print(uos.listdir(\"/usr\"))'"})
    static final class Exec extends ExecCommand {
        @Parameters(paramLabel = "CODE", description = "Statements.")
        private String code;

        Exec(Invocation invocation) {
            super(invocation);
        }

        @Override
        String code() {
            return code;
        }
    }

    @Command(
            name = "eval",
            description = "Print the value of an expression on a stored device.",
            footer = {"", "Example:", "  qpy eval '__import__(\"net\").csqQueryPoll()'"})
    static final class Eval extends ExecCommand {
        @Parameters(paramLabel = "EXPR", description = "An expression.")
        private String expression;

        Eval(Invocation invocation) {
            super(invocation);
        }

        @Override
        String code() {
            return "print(" + expression + ")";
        }
    }

    @Override
    public void addShared(CommandSpec spec) {
        options.addTo(spec);
        stored.addTo(spec);
    }

    @Override
    public Integer call() throws IOException {
        Console console = new Console(terminal.input(), terminal.output(), terminal.errors());
        try (PromptDevice on = new PromptDevice(invocation, options, stored, terminal::say, console)) {
            PromptGuard.check(on.device().flash(), stored.name);
            try (Limits limits = new Limits(
                    options.timeout, () -> invocation.halt(Notice.of(Code.TIMEOUT, options.stopped("")), TIMED_OUT))) {
                return run(limits, on.start(), on.notices());
            }
        }
    }

    private int run(Limits limits, Session session, Notices notices) throws IOException {
        Reply reply = limits.run(session, () -> session.interaction().execute("<stdin>", code(), Mode.FILE));
        if (session.isExpired()) {
            terminal.say(Code.TIMEOUT, options.stopped(""));
            return TIMED_OUT;
        }
        terminal.errors().write(reply.traceback().getBytes(StandardCharsets.UTF_8));
        reply.explain(notices);
        return switch (reply.ending()) {
            case NORMAL -> 0;
            case EXIT -> reply.exitCode();
            case EXCEPTION -> 1;
            case INTERRUPTED -> 130;
        };
    }
}
