package io.qpy.device;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What qpy has to say to the person at the PC while a script runs. A script never sees it. */
public final class Notices {
    private final Consumer<String> sink;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    public Notices(Consumer<String> sink) {
        this.sink = sink;
    }

    public static Notices discarding() {
        return new Notices(line -> {});
    }

    /** Says one line. */
    public void say(String line) {
        sink.accept(line);
    }

    /** Says a line the first time that it occurs. */
    public void sayOnce(String line) {
        if (said.add(line)) {
            sink.accept(line);
        }
    }
}
