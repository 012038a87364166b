package io.qpy.device.time;

/** Servers of this process that virtual time watches: they wait by its alarms, and tell what passes their sockets. */
public interface Servers {
    /** Whether nothing is being done, nor waits to be done; blocks until that is known. */
    boolean atRest();

    /** Whether they are known to do nothing since {@link #atRest} was true; answers at once, and takes no lock. */
    boolean areStillAtRest();
}
