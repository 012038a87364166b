package io.qpy.device.position;

/** A file or text that is no track; the message says in one line why. */
public final class TrackException extends Exception {
    private static final long serialVersionUID = 1L;

    TrackException(String message) {
        super(message);
    }
}
