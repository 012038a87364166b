package io.qpy.repl.board;

import io.qpy.device.console.Keys;
import io.qpy.repl.Banner;
import io.qpy.repl.Continuation;
import io.qpy.repl.Protection;
import io.qpy.repl.board.LineEditor.Typed;
import io.qpy.runtime.Interaction.Ending;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;

/** The prompt for people at a serial terminal: {@code >>> }, with echo, editing, blocks and paste mode. */
final class FriendlyPrompt {
    private static final String FIRST = ">>> ";
    private static final String NEXT = "... ";

    private final Port port;
    private final Executor executor;
    private final Lock lock;
    private final Completing completing;

    FriendlyPrompt(Port port, Executor executor, Protection protection) {
        this.port = port;
        this.executor = executor;
        lock = new Lock(port, protection);
        completing = new Completing(executor::complete);
    }

    Exit run() throws InterruptedException {
        greet();
        while (true) {
            Exit exit = lock.isShut() ? refuse() : statement();
            if (exit != null) {
                return exit;
            }
        }
    }

    private void greet() {
        port.writeLines(Banner.TEXT);
    }

    private Exit refuse() throws InterruptedException {
        return switch (lock.answer()) {
            case Keys.END -> Exit.END;
            case Control.CTRL_D -> reset();
            default -> null;
        };
    }

    private Exit statement() throws InterruptedException {
        Typed typed = port.editor().read(FIRST, "", completing);
        return switch (typed.end()) {
            case LineEditor.ENTER -> typed.text().isEmpty() ? null : rest(typed.text());
            case Control.CTRL_A -> {
                port.write("\r\n");
                yield Exit.RAW;
            }
            case Control.CTRL_B -> {
                port.write("\r\n");
                greet();
                yield null;
            }
            case Control.CTRL_D -> reset();
            case Control.CTRL_E -> paste();
            case Keys.END -> Exit.END;
            default -> {
                port.write("\r\n");
                yield null;
            }
        };
    }

    private Exit reset() {
        port.write("\r\n");
        return Exit.RESET;
    }

    /** The lines that a statement goes on in, and then what it does. */
    private Exit rest(String firstLine) throws InterruptedException {
        StringBuilder lines = new StringBuilder(firstLine);
        Continuation statement = new Continuation();
        statement.add(firstLine);
        while (statement.isWanted()) {
            lines.append('\n');
            Typed typed = port.editor().read(NEXT, lines, completing);
            if (typed.end() == Control.CTRL_D) {
                port.write("\r\n");
                break;
            }
            if (typed.end() == Keys.END) {
                return Exit.END;
            }
            if (typed.end() != LineEditor.ENTER) {
                port.write("\r\n");
                return null;
            }
            lines.append(typed.text());
            statement.add(typed.text());
        }
        return execute(lines.toString(), Mode.SINGLE);
    }

    private Exit execute(String code, Mode mode) {
        Reply reply = executor.run(code, mode);
        port.writeLines(reply.traceback());
        return reply.ending() == Ending.EXIT ? Exit.RESET : null;
    }

    private Exit paste() throws InterruptedException {
        port.write("\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ");
        StringBuilder code = new StringBuilder();
        Utf8 utf8 = new Utf8();
        boolean afterReturn = false;
        while (true) {
            int c = port.keys().next();
            if (c == Keys.END) {
                return Exit.END;
            }
            if (c < 0 || c == Control.CTRL_C) {
                port.write("\r\n");
                return null;
            }
            if (c == Control.CTRL_D) {
                port.write("\r\n");
                return execute(code.toString(), Mode.FILE);
            }
            if (c == '\r' || (c == '\n' && !afterReturn)) {
                code.append('\n');
                port.write("\r\n=== ");
            } else if (c != '\n') {
                String character = utf8.add(c);
                code.append(character);
                port.write(character);
            }
            afterReturn = c == '\r';
        }
    }
}
