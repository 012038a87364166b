package io.qpy.cli;

import io.qpy.start.Terminal;

/** A line on a person's terminal that says how far a long command is; nothing where the errors go elsewhere. */
final class Progress implements AutoCloseable {
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long STEP_NANOS = 100_000_000L;

    private final Terminal terminal;
    private final String what;
    private final int all;
    private long next = System.nanoTime() + QUIET_NANOS;
    private boolean shown;

    /** {@code what} is counted: "scripts" for instance. */
    Progress(Terminal terminal, String what, int all) {
        this.terminal = terminal;
        this.what = what;
        this.all = all;
    }

    /** Shows the count, after the first second and ten times in one. */
    void at(int done) {
        if (terminal.isInteractive() && System.nanoTime() - next >= 0) {
            terminal.errorText().printf("\r%d of %d %s", done, all, what);
            terminal.errorText().flush();
            shown = true;
            next = System.nanoTime() + STEP_NANOS;
        }
    }

    /** Makes room for a line of another's. */
    void clear() {
        if (shown) {
            terminal.errorText().print("\r\u001b[K");
            terminal.errorText().flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
