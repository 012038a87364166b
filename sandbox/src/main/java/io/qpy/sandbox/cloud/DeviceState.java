package io.qpy.sandbox.cloud;

/** One line of the console's list of devices. */
public record DeviceState(DeviceId id, State state, boolean online) {
    public enum State {
        /** Listed, and has never logged in. */
        REGISTERED,
        ACTIVATED,
        /** Not listed; let in without a check. */
        UNKNOWN
    }
}
