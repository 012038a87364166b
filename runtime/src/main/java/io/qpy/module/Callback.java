package io.qpy.module;

/** A function of the script's, which a host object keeps and later hands to {@link Callbacks}. */
@FunctionalInterface
public interface Callback {
    /** Calls the function on this thread, which must be a device thread; an exception in it is printed, not thrown. */
    void call(Object... arguments);
}
