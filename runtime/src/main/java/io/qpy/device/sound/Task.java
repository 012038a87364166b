package io.qpy.device.sound;

import io.qpy.device.time.Time;
import java.util.Locale;

/**
 * Something to play.
 *
 * @param what the file's path, the text, the stream's format or the tone's number
 * @param priority 0 to 4
 * @param yields whether one of the same or a higher priority cuts it
 * @param length {@link Time#FOR_EVER} for a stream
 */
public record Task(Kind kind, String what, int priority, boolean yields, long length) {
    /** What is played. */
    public enum Kind {
        FILE,
        TEXT,
        STREAM,
        TONE
    }

    /** For a person. */
    public String shown() {
        String played =
                switch (kind) {
                    case FILE -> "plays " + what;
                    case TEXT -> "says \"" + what + "\"";
                    case STREAM -> "plays a stream, " + what;
                    case TONE -> "plays tone " + what;
                };
        return length == Time.FOR_EVER
                ? played
                : String.format(Locale.ROOT, "%s (%.1f s)", played, length / (double) Time.seconds(1));
    }
}
