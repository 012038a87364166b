package io.qpy.runtime;

/** The first of qpy's own faults in a run: a Java exception that no host object may throw. */
final class Bugs {
    private String first;
    private Throwable cause;

    synchronized void record(String where, Throwable thrown) {
        if (first == null) {
            first = where + ": " + thrown;
            cause = thrown;
        }
    }

    synchronized boolean any() {
        return first != null;
    }

    synchronized String first() {
        return first;
    }

    synchronized Throwable cause() {
        return cause;
    }
}
