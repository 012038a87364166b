package io.qpy.cli;

import io.qpy.device.console.Console;
import io.qpy.device.console.Keys;
import io.qpy.repl.LinePrompt;
import io.qpy.repl.TypedLines;
import io.qpy.repl.terminal.Seat;
import io.qpy.repl.terminal.TerminalConsole;
import io.qpy.repl.terminal.TerminalPrompt;
import io.qpy.runtime.Script;
import io.qpy.start.Interrupts;
import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import java.io.IOException;

/** Prompts for a device, in the way that suits where input and output go. */
final class Prompting {
    private final Invocation invocation;
    private final Terminal terminal;
    private final DeviceOptions options;
    private final StoredDevice stored;

    Prompting(Invocation invocation, DeviceOptions options, StoredDevice stored) {
        this.invocation = invocation;
        terminal = invocation.terminal();
        this.options = options;
        this.stored = stored;
    }

    /** Runs a script first, where there is one; null for main.py. Gives the exit code. */
    int run(Script first) throws IOException, InterruptedException {
        boolean dumb = terminal.isInteractive() && terminal.isDumb();
        return terminal.isInteractive() && !dumb ? onTerminal(first) : byLine(dumb, first);
    }

    private int onTerminal(Script first) throws IOException {
        Seat seat = terminal.seat();
        TerminalConsole console = new TerminalConsole();
        try (PromptDevice on = new PromptDevice(invocation, options, stored, console::say, console.console())) {
            new TerminalPrompt(on::start, on.device(), on.notices())
                    .run(
                            console,
                            seat,
                            first,
                            seat.history(on.store().history()),
                            seat.environment("NO_COLOR") == null);
        }
        return 0;
    }

    private int byLine(boolean dumb, Script first) throws IOException, InterruptedException {
        Keys keys = TypedLines.of(terminal.input(), dumb);
        Console console = new Console(keys, terminal.output(), dumb ? terminal.output() : terminal.errors());
        try (PromptDevice on = new PromptDevice(invocation, options, stored, terminal::say, console)) {
            LinePrompt prompt = new LinePrompt(on::start, on.device(), keys, dumb);
            Interrupts interrupts = Interrupts.each(prompt::interrupt);
            try {
                return prompt.run(first);
            } finally {
                interrupts.restore();
            }
        }
    }
}
