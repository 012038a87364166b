package io.qpy.repl.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** This process's own terminal. */
public final class OwnSeat implements Seat {
    /**
     * Whether JLine raises a signal for a key that it has read, beside reading it. Of the two, a Ctrl-C would end one line by
     * interrupting its reader and now and then the next by the key.
     */
    private static final String SIGNALS_FOR_KEYS = TerminalBuilder.PROP_SOFTWARE_SIGNALS;

    private FutureTask<Terminal> ahead;
    private Terminal terminal;
    private Attributes found;

    @Override
    public void openAhead() {
        ahead = new FutureTask<>(this::opened);
        Thread thread = new Thread(ahead, "qpy-terminal");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Terminal open() throws IOException {
        terminal = ahead == null ? opened() : openedAhead();
        if (terminal.getColumns() == 0 || terminal.getRows() == 0) {
            terminal.setSize(USUAL_SIZE);
        }
        found = terminal.getAttributes();
        return terminal;
    }

    private Terminal openedAhead() throws IOException {
        try {
            return ahead.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private Terminal opened() throws IOException {
        System.setProperty(SIGNALS_FOR_KEYS, "false");
        try {
            // JLine's usual way first, alone: it would look at each that there is, and start a process for it.
            return builder()
                    .provider(TerminalBuilder.PROP_PROVIDER_JNI)
                    .dumb(false)
                    .build();
        } catch (IOException | IllegalStateException e) {
            return builder().ffm(false).dumb(true).build(); // without ffm, which makes its native calls slowly
        }
    }

    private TerminalBuilder builder() {
        return TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .nativeSignals(true)
                .env(this::environmentForJline)
                .graphemeCluster(true);
    }

    /**
     * Opens a terminal of its own as it would open the process's, so that the class archive has what that takes.
     *
     * @throws IOException where there is none to open
     */
    public static void rehearse() throws IOException {
        new OwnSeat().open().close();
        try (Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .streams(InputStream.nullInputStream(), OutputStream.nullOutputStream())
                .provider(TerminalBuilder.PROP_PROVIDER_JNI)
                .type("xterm-256color")
                .build()) {
            terminal.enterRawMode();
            terminal.setAttributes(terminal.getAttributes());
            Class.forName("org.jline.terminal.impl.jni.JniUnixSysTerminal");
        } catch (ClassNotFoundException | IllegalStateException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String environment(String name) {
        return System.getenv(name);
    }

    @Override
    public void abandon(int exitCode) {
        terminal.setAttributes(found);
        Runtime.getRuntime().halt(exitCode);
    }
}
