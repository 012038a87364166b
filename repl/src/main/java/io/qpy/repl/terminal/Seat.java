package io.qpy.repl.terminal;

import java.io.IOException;
import java.nio.file.Path;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** Where a person sits: at this process's own terminal, or at that of a process which this one serves. */
public interface Seat {
    /** The size of a terminal that does not say it. */
    Size USUAL_SIZE = Size.of(80, 24);

    /** Begins to open the terminal, where that takes time, for an {@link #open} soon. */
    default void openAhead() {}

    /** Takes the terminal, until it is closed. */
    Terminal open() throws IOException;

    /** A variable of the environment there; null where it is not set. */
    String environment(String name);

    /**
     * The environment as JLine is to see it. It asks each terminal but Apple's what it can do, for things that the prompt does
     * not need, waits for the answer and throws away what has been typed meanwhile. That it computes the width of characters
     * itself (a grapheme cluster's) it is told instead.
     */
    default String environmentForJline(String name) {
        return name.equals("TERM_PROGRAM") ? "Apple_Terminal" : environment(name);
    }

    /** The file that remembers what is typed here; it is usually that of the user. */
    default Path history(Path usual) {
        return usual;
    }

    /** Ends the process, and gives the terminal back as it was found. */
    void abandon(int exitCode);
}
