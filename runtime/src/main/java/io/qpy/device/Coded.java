package io.qpy.device;

/** A failure that knows the code of the line about it. */
public interface Coded {
    Code code();
}
