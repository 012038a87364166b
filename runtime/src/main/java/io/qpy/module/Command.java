package io.qpy.module;

import java.io.IOException;
import java.util.List;

/** A command of another terminal to a device that runs, {@code qpy board} for instance. It is called on a thread of its own. */
@FunctionalInterface
public interface Command {
    /** What it is answered with. */
    interface Reply {
        /** Shows a line. */
        void line(String text) throws IOException;

        /** Hands over a file's content: a picture. */
        void file(byte[] content) throws IOException;

        /** Waits so many milliseconds of this PC's time; returns false if the run has ended meanwhile. */
        boolean pause(long milliseconds) throws InterruptedException;
    }

    /**
     * Does what the words say.
     *
     * @throws Refusal if it cannot be done
     */
    void answer(List<String> words, Reply reply) throws IOException, InterruptedException;
}
