package io.qpy.start;

import io.qpy.device.Code;
import io.qpy.device.Notice;
import io.qpy.repl.terminal.OwnSeat;
import io.qpy.repl.terminal.Seat;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command reads and writes. The process's own streams are opened here and nowhere else. Text is UTF-8. */
public final class Terminal {
    private final InputStream input;
    private final OutputStream output;
    private final OutputStream errors;
    private final Seat seat;
    private final PrintStream outputText;
    private final PrintStream errorText;

    private Terminal(InputStream input, OutputStream output, OutputStream errors, Seat seat) {
        this.input = input;
        this.output = output;
        this.errors = errors;
        this.seat = seat;
        outputText = new PrintStream(output, true, StandardCharsets.UTF_8);
        errorText = new PrintStream(errors, true, StandardCharsets.UTF_8);
    }

    /** This process's own streams. */
    public static Terminal ofProcess() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                new OwnSeat());
    }

    /** Streams of another process's. */
    public static Terminal of(InputStream input, OutputStream output, OutputStream errors) {
        return new Terminal(input, output, errors, null);
    }

    /** The same at another process's terminal. */
    public Terminal at(Seat there) {
        return new Terminal(input, output, errors, there);
    }

    /** One that nobody reads. */
    public static Terminal discarding() {
        return of(InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    }

    /** What a person or another program sends. */
    public InputStream input() {
        return input;
    }

    /** What a script prints, and the result of a command. */
    public OutputStream output() {
        return output;
    }

    /** Tracebacks, and the lines of qpy's own. */
    public OutputStream errors() {
        return errors;
    }

    /** Whether a person types and reads here: neither input nor output is a file or a pipe. */
    public boolean isInteractive() {
        return seat instanceof OwnSeat ? hasConsole() : seat != null;
    }

    @SuppressWarnings("SystemConsoleNull") // What is true since Java 22 is asked below.
    private static boolean hasConsole() {
        java.io.Console console = System.console();
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Java 22 has Console.isTerminal", e);
        }
    }

    /** Where the person sits, if one does. */
    public Seat seat() {
        return seat;
    }

    /** Whether the terminal cannot move its cursor. */
    public boolean isDumb() {
        String type = seat.environment("TERM");
        return "dumb".equals(type)
                || (type == null && !System.getProperty("os.name").startsWith("Windows"));
    }

    /** A line of a command's result. */
    public void print(String line) {
        outputText.println(line);
    }

    /** A line of qpy's own, {@code qpy: …}, which never mixes with what a script prints. */
    public void say(Code code, String line) {
        say(Notice.of(code, line));
    }

    /** The same for one that has its code. */
    public void say(Notice notice) {
        errorText.println("qpy: " + notice);
    }

    /** {@link #output} for text. */
    public PrintStream outputText() {
        return outputText;
    }

    /** {@link #errors} for text. */
    public PrintStream errorText() {
        return errorText;
    }
}
