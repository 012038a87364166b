package io.qpy.device;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What qpy has to say to the person at the PC while a script runs. A script never sees it. */
public final class Notices {
    private final Consumer<Notice> sink;
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private volatile boolean verbose;

    public Notices(Consumer<Notice> sink) {
        this.sink = sink;
    }

    public static Notices discarding() {
        return new Notices(notice -> {});
    }

    /** Says what {@link #note} has from now on, as {@code -v} wants it. */
    public void sayAll() {
        verbose = true;
    }

    /** Says a line about what goes well: only to a person who wants to hear that. */
    public void note(Code code, String line) {
        if (verbose) {
            say(code, line);
        }
    }

    /** Says one line. */
    public void say(Code code, String line) {
        say(Notice.of(code, line));
    }

    public void say(Notice notice) {
        sink.accept(notice);
    }

    /** Says a line the first time that it occurs. */
    public void sayOnce(Code code, String line) {
        if (said.add(line)) {
            say(code, line);
        }
    }
}
