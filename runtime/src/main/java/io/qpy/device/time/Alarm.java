package io.qpy.device.time;

/** Something that is to be done later. */
@FunctionalInterface
public interface Alarm {
    /** Has it not done, unless it is done already. */
    void cancel();
}
