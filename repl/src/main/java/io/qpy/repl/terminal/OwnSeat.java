package io.qpy.repl.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private Terminal terminal;
    private Attributes found;

    @Override
    public Terminal open() throws IOException {
        System.setProperty(SIGNALS_FOR_KEYS, "false");
        terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .encoding(StandardCharsets.UTF_8)
                .nativeSignals(true)
                .ffm(false) // which JLine would try first, and which makes its native calls slowly
                .env(this::environmentForJline)
                .graphemeCluster(true)
                .build();
        if (terminal.getColumns() == 0 || terminal.getRows() == 0) {
            terminal.setSize(USUAL_SIZE);
        }
        found = terminal.getAttributes();
        return terminal;
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
