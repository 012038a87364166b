package io.qpy.repl.board;

import io.qpy.device.console.Keys;
import io.qpy.repl.Protection;
import io.qpy.runtime.Interaction.Ending;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;
import java.io.ByteArrayOutputStream;

/** The raw REPL: code up to Ctrl-D, {@code OK}, its output, Ctrl-D, its traceback, Ctrl-D and {@code >}. */
final class RawPrompt {
    private static final String GREETING = "raw REPL; CTRL-B to exit\r\n>";

    private final Port port;
    private final Executor executor;
    private final Protection protection;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();

    RawPrompt(Port port, Executor executor, Protection protection) {
        this.port = port;
        this.executor = executor;
        this.protection = protection;
    }

    Exit run() throws InterruptedException {
        port.write(GREETING);
        while (true) {
            int c = port.keys().next();
            Exit exit = null;
            switch (c) {
                case Keys.END -> exit = Exit.END;
                case Keys.HUNG_UP -> exit = Exit.FRIENDLY;
                case Control.CTRL_A -> exit = restart();
                case Control.CTRL_B -> {
                    port.write("\r\n");
                    exit = Exit.FRIENDLY;
                }
                case Control.CTRL_C -> code.reset();
                case Control.CTRL_D -> exit = execute();
                default -> keep(c);
            }
            if (exit != null) {
                return exit;
            }
        }
    }

    private void keep(int c) {
        if (code.size() < RawPaste.MOST_BYTES) {
            code.write(c);
        }
    }

    /** Ctrl-A: greets again, or begins to paste when it follows Ctrl-E and the letter of a way to paste. */
    private Exit restart() throws InterruptedException {
        byte[] typed = code.toByteArray();
        code.reset();
        if (typed.length != 2 || typed[0] != Control.CTRL_E) {
            port.write(GREETING);
            return null;
        }
        if (typed[1] != 'A') {
            port.write("R\0>");
            return null;
        }
        RawPaste.Received received = new RawPaste(port).receive();
        return received.isCode() ? answer(received.code().toByteArray()) : received.exit(port);
    }

    private Exit execute() throws InterruptedException {
        byte[] typed = code.toByteArray();
        code.reset();
        port.write("OK");
        if (typed.length == 0) {
            port.write("\r\n");
            return Exit.RESET;
        }
        return answer(typed);
    }

    private Exit answer(byte[] source) {
        if (protection.isOn()) {
            port.write("\004" + Protection.REFUSAL + "\r\n\004>");
            return null;
        }
        Reply reply = SourceText.run(source, text -> executor.run(text, Mode.FILE));
        port.write("\004");
        port.writeLines(reply.traceback());
        port.write("\004");
        if (reply.ending() == Ending.EXIT) {
            return Exit.RESET;
        }
        port.write(">");
        return null;
    }
}
