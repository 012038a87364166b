package io.qpy.module;

import java.util.concurrent.Future;

/** Ends threads of a script from outside. */
@FunctionalInterface
public interface ThreadExits {
    /**
     * Has a thread raise SystemExit as soon as it runs the script's own code: what it waits for ends, and it begins no other
     * wait before. Done when it has been raised; cancelled, it is not raised any more.
     */
    Future<Void> raiseIn(Thread thread);
}
