package io.qpy.wiring;

import io.qpy.device.Notices;
import io.qpy.sandbox.journal.Event;

/**
 * Tells the person what the sandbox has refused, and why: the part of its journal that explains a script's failure. With
 * {@code -v}, all of it.
 */
final class SandboxReport {
    private final Notices notices;
    private final boolean verbose;

    SandboxReport(Notices notices, boolean verbose) {
        this.notices = notices;
        this.verbose = verbose;
    }

    void on(Event event) {
        if (verbose || explains(event)) {
            notices.say("sandbox: " + event.line());
        }
    }

    private static boolean explains(Event event) {
        return event instanceof Event.MqttRefused
                || event instanceof Event.MqttDropped
                || event instanceof Event.Rejected
                || (event instanceof Event.CloudNote note && note.warning())
                || (event instanceof Event.MqttSubscribe subscribe
                        && subscribe.granted() == Event.MqttSubscribe.REFUSED);
    }
}
