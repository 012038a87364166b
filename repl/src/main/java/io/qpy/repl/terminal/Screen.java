package io.qpy.repl.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** The terminal: what is printed while a line is being typed goes above that line. */
final class Screen implements AutoCloseable {
    /** Lines with a password in them are not remembered. */
    private static final String FORGOTTEN = "*replSetEnable*:*replChangPswd*:*assword*";

    private static final int HISTORY_LINES = 5000;
    private static final int LEAVE_KEY = 0x18;
    private static final int ABANDONED = 131;

    private final Terminal terminal;
    private final Runnable abandon;
    private final Attributes found;
    private final LineReader prompt;
    private final boolean dumb;
    private volatile LineReader questions;
    private final Shortcuts shortcuts;
    private final StringBuilder partial = new StringBuilder();
    private final Utf8Text text = new Utf8Text();
    private boolean midLine;
    private volatile Runnable interrupt = () -> {};
    private volatile boolean interrupted;

    /** {@code colour} is whether code is coloured on a terminal that can. */
    Screen(Seat seat, Path history, boolean colour, Function<String, Completions> completions) throws IOException {
        terminal = seat.open();
        // What is typed while a script runs shows at the next prompt, not among what the script prints.
        found = terminal.enterRawMode();
        Attributes whileRunning = terminal.getAttributes();
        whileRunning.setLocalFlag(LocalFlag.ISIG, true);
        terminal.setAttributes(whileRunning);
        terminal.handle(Signal.INT, signal -> {
            interrupted = true;
            interrupt.run();
        });
        abandon = () -> seat.abandon(ABANDONED); // where nothing else ends it
        terminal.handle(Signal.QUIT, signal -> abandon.run());
        dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        prompt = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("qpy")
                .parser(new PythonParser(completions))
                .completer(Completions::offer)
                .highlighter(new PythonHighlighter(colour && !dumb))
                .history(new BlockHistory())
                .variable(LineReader.HISTORY_FILE, HistoryFile.prepared(history))
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES)
                .variable(LineReader.HISTORY_IGNORE, FORGOTTEN)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ")
                .variable(LineReader.BELL_STYLE, "none")
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_REDUCE_BLANKS, false)
                .option(Option.HISTORY_IGNORE_SPACE, false)
                .option(Option.INSERT_TAB, false)
                .option(Option.CASE_INSENSITIVE, false)
                .option(Option.BRACKETED_PASTE, !dumb)
                .build();
        shortcuts = new Shortcuts(prompt);
        bindQuitKey(prompt);
    }

    /** Ctrl-\ while a line is being typed, when it is no signal. */
    private void bindQuitKey(LineReader reader) {
        reader.getWidgets().put("qpy-abandon", () -> {
            abandon.run();
            return true;
        });
        reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference("qpy-abandon"), KeyMap.ctrl('\\'));
    }

    /** What reads lines that are no statements; made when the first is read, since it takes as long as the prompt's. */
    private synchronized LineReader questions() {
        if (questions == null) {
            questions = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .option(Option.DISABLE_EVENT_EXPANSION, true)
                    .option(Option.BRACKETED_PASTE, !dumb)
                    .variable(LineReader.DISABLE_HISTORY, true)
                    .build();
            bindQuitKey(questions);
        }
        return questions;
    }

    /** What a Ctrl-C does that is pressed while no line is being typed. */
    void onInterrupt(Runnable action) {
        interrupt = action;
    }

    /** Whether Ctrl-C has been pressed since the last statement was asked for. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** Asks for a statement, on a line of its own. */
    Entry readStatement() {
        flushPartial();
        if (midLine) {
            print("\n");
        }
        interrupted = false;
        Attributes before = withoutEndKey();
        try {
            shortcuts.reset();
            String code = prompt.readLine(">>> ");
            return new Entry(shortcuts.pressed(), code);
        } catch (UserInterruptException e) {
            return new Entry(Entry.Key.CTRL_C, "");
        } catch (EndOfFileException e) {
            return new Entry(Entry.Key.LEAVE, "");
        } finally {
            terminal.setAttributes(before);
        }
    }

    /**
     * Has JLine leave Ctrl-D to {@link Shortcuts}. The key that the terminal is told in its place leaves the prompt, as the
     * end of the input does.
     */
    private Attributes withoutEndKey() {
        Attributes before = terminal.getAttributes();
        Attributes changed = new Attributes(before);
        changed.setControlChar(ControlChar.VEOF, LEAVE_KEY);
        terminal.setAttributes(changed);
        return before;
    }

    /** Asks for a line of a script's; null at Ctrl-D. */
    String ask(String question) throws InterruptedException {
        return ask(question, null);
    }

    /** Asks for a word that is shown as stars; null at Ctrl-C and Ctrl-D. */
    String askSecret(String question) {
        try {
            return ask(question, '*');
        } catch (InterruptedException e) {
            return null;
        }
    }

    private String ask(String question, Character mask) throws InterruptedException {
        flushPartial();
        try {
            return questions().readLine(question, mask);
        } catch (EndOfFileException e) {
            return null;
        } catch (UserInterruptException e) {
            interrupt.run();
            throw new InterruptedException();
        }
    }

    /** Asks for the lines of a program up to Ctrl-D; null at Ctrl-C. */
    String readPaste() {
        print("paste mode; Ctrl-C to cancel, Ctrl-D to finish\n");
        StringBuilder code = new StringBuilder();
        while (true) {
            try {
                code.append(questions().readLine("=== ")).append('\n');
            } catch (UserInterruptException e) {
                return null;
            } catch (EndOfFileException e) {
                return code.append(e.getPartialLine() == null ? "" : e.getPartialLine())
                        .toString();
            }
        }
    }

    void print(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        print(bytes, 0, bytes.length);
    }

    /** Prints what the device prints. */
    void print(byte[] bytes, int offset, int length) {
        synchronized (partial) {
            partial.append(text.decode(bytes, offset, length));
            LineReader reading = reading();
            if (reading == null) {
                flushPartial();
            } else {
                printAbove(reading);
            }
        }
    }

    /** What reads a line now, if anything does. */
    private LineReader reading() {
        if (prompt.isReading()) {
            return prompt;
        }
        LineReader asking = questions;
        return asking != null && asking.isReading() ? asking : null;
    }

    /** Whole lines go above the line that is being typed; the rest waits for its end. */
    private void printAbove(LineReader reading) {
        int end = partial.lastIndexOf("\n");
        if (end >= 0) {
            reading.printAbove(partial.substring(0, end));
            partial.delete(0, end + 1);
        }
    }

    private void flushPartial() {
        synchronized (partial) {
            if (!partial.isEmpty()) {
                midLine = partial.charAt(partial.length() - 1) != '\n';
            }
            terminal.writer().print(partial);
            terminal.writer().flush();
            partial.setLength(0);
        }
    }

    /** The terminal itself, for the raw prompt. */
    Terminal terminal() {
        return terminal;
    }

    @Override
    public void close() {
        try {
            prompt.getHistory().save();
        } catch (IOException e) {
            // The history of this session is lost; the next one works without.
        }
        try {
            flushPartial();
            terminal.setAttributes(found);
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
