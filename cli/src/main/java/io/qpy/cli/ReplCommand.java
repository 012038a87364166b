package io.qpy.cli;

import io.qpy.device.Console;
import io.qpy.device.Keys;
import io.qpy.repl.LinePrompt;
import io.qpy.repl.TypedLines;
import io.qpy.repl.terminal.TerminalConsole;
import io.qpy.repl.terminal.TerminalPrompt;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code qpy repl}: the prompt of a device. */
@Command(
        name = "repl",
        description = "The prompt of a device, on this terminal.",
        footer = {
            "",
            "Ctrl-C interrupts, Ctrl-D resets the device and runs /usr/main.py if there is one, Ctrl-E is paste mode,",
            "Ctrl-A and Ctrl-B the raw and the friendly REPL, Tab completes, Ctrl-X leaves.",
            "Statements from a pipe are run without a prompt; the exit code is that of the last one.",
            "",
            "Examples:",
            "  qpy repl                    the stored device 'default'",
            "  qpy repl --dir .            with the scripts of this folder as /usr",
            "  echo 'import net; net.csqQueryPoll()' | qpy repl"
        })
final class ReplCommand implements Callable<Integer> {
    @Mixin
    private DeviceOptions options;

    @Mixin
    private StoredDevice stored;

    private final Terminal terminal;

    ReplCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean dumb = terminal.isInteractive() && terminal.isDumb();
        return terminal.isInteractive() && !dumb ? onTerminal() : byLine(dumb);
    }

    private int onTerminal() throws IOException {
        TerminalConsole console = new TerminalConsole();
        try (PromptDevice on = PromptDevice.of(options, stored, console::say, console.console())) {
            new TerminalPrompt(on.runtime(), on.device(), options.strict, on.notices())
                    .run(console, null, on.store().history(), System.getenv("NO_COLOR") == null);
        }
        return 0;
    }

    private int byLine(boolean dumb) throws IOException, InterruptedException {
        Keys keys = TypedLines.of(terminal.input(), dumb);
        Console console = new Console(keys, terminal.output(), dumb ? terminal.output() : terminal.errors());
        try (PromptDevice on = PromptDevice.of(options, stored, terminal::say, console)) {
            LinePrompt prompt = new LinePrompt(on.runtime(), on.device(), options.strict, keys, dumb);
            Interrupts interrupts = Interrupts.each(prompt::interrupt);
            try {
                return prompt.run();
            } finally {
                interrupts.restore();
            }
        }
    }
}
