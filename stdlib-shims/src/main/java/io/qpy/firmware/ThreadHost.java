package io.qpy.firmware;

import io.qpy.device.Device;
import io.qpy.module.Exposed;

/** The host object of {@code _thread}: GraalPy has the threads, the device their waits and turns. */
final class ThreadHost {
    private final Device device;

    ThreadHost(Device device) {
        this.device = device;
    }

    /** A lock that nobody has. */
    @Exposed
    ThreadLock lock() {
        return new ThreadLock(device.waits());
    }

    /** A thread is about to start; its place among the others. */
    @Exposed
    int expect() {
        return device.time().expect();
    }

    /** It could not be started. */
    @Exposed
    void giveUp() {
        device.time().met();
    }

    /** This thread, which was expected, begins. */
    @Exposed
    void enter(int place) {
        device.time().enter(place);
    }

    /** This thread is at its end. */
    @Exposed
    void leave() {
        device.time().leave();
    }
}
