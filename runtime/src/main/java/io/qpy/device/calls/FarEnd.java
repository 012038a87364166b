package io.qpy.device.calls;

import io.qpy.device.time.Time;

/**
 * What the other end does when the module calls it.
 *
 * @param manner whether it answers
 * @param after how long it rings before, in nanoseconds
 */
public record FarEnd(Manner manner, long after) {
    /** Whether it answers. */
    public enum Manner {
        ANSWERS,
        IS_BUSY,
        IS_SILENT
    }

    /** It answers after two seconds. */
    static final FarEnd USUAL = new FarEnd(Manner.ANSWERS, Time.seconds(2));
}
