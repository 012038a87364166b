package io.qpy.module;

import java.util.concurrent.Future;

/** What the interpreter does for a script that has more than one thread. */
public interface ScriptThreads {
    /** A second thread is about to begin; called in the script's own. */
    default void prepare() {}

    /**
     * Has a thread raise SystemExit as soon as it runs the script's own code: what it waits for ends, and it begins no other
     * wait before. Done when it has been raised; cancelled, it is not raised any more.
     */
    Future<Void> raiseExitIn(Thread thread);
}
