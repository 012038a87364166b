package io.qpy.device.sound;

import io.qpy.device.time.Time;

/** AMR: frames of 20 ms, whose first byte tells how long they are (RFC 4867, section 5). */
final class AmrMeter extends SoundMeter {
    static final String NARROW = "#!AMR\n";
    static final String WIDE = "#!AMR-WB\n";
    static final long FRAME = Time.millis(20);

    /** Bytes after a frame's first, by its type. */
    private static final int[] NARROW_SIZES = {12, 13, 15, 17, 19, 20, 26, 31, 5};

    private static final int[] WIDE_SIZES = {17, 23, 32, 36, 40, 46, 50, 58, 60, 5};

    private boolean wide;

    static boolean begins(byte... content) {
        return hasText(content, 0, NARROW) || hasText(content, 0, WIDE);
    }

    @Override
    int take(byte[] bytes, int from) {
        if (hasText(bytes, from, WIDE)) {
            wide = true;
            return WIDE.length();
        }
        if (hasText(bytes, from, NARROW)) {
            return NARROW.length();
        }
        if (bytes[from] == '#' && bytes.length - from < WIDE.length()) {
            return 0; // a header of which more may come
        }
        int type = (bytes[from] >> 3) & 0xF;
        int[] sizes = wide ? WIDE_SIZES : NARROW_SIZES;
        int size = 1 + (type < sizes.length ? sizes[type] : 0);
        if (from + size > bytes.length) {
            return 0;
        }
        add(FRAME);
        return size;
    }
}
