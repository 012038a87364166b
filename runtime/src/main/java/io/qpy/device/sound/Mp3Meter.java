package io.qpy.device.sound;

/** MP3: frames, whose four first bytes tell their length and how many samples they are (ISO 11172-3, 13818-3). */
final class Mp3Meter extends SoundMeter {
    private static final int TAG = 10; // the header of ID3v2
    private static final int HEADER = 4;

    /** Kilobits a second by layer and index: MPEG 1's three layers, then 2's first, and 2's others. */
    private static final int[][] KILOBITS = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
    };

    /** Samples a second of MPEG 1; 2 has half of it, 2.5 a quarter. */
    private static final int[] RATES = {44100, 48000, 32000};

    static boolean begins(byte... content) {
        return hasText(content, 0, "ID3") || (content.length >= HEADER && Frame.at(content, 0) != null);
    }

    /** A frame's length in bytes, its samples and their rate. */
    private record Frame(int size, int samples, int rate) {
        /** Null where no frame begins. */
        static Frame at(byte[] bytes, int from) {
            int second = bytes[from + 1] & 0xFF;
            int third = bytes[from + 2] & 0xFF;
            int version = (second >> 3) & 3; // 3 is MPEG 1, 2 is 2, 0 is 2.5
            int layer = 4 - ((second >> 1) & 3);
            int bits = third >> 4;
            int rateIndex = (third >> 2) & 3;
            boolean isFrame = bytes[from] == (byte) 0xFF && second >= 0xE0 && version != 1 && layer != 4;
            return isFrame && bits != 0 && bits != 15 && rateIndex != 3
                    ? of(version, layer, bits, rateIndex, (third >> 1) & 1)
                    : null;
        }

        private static Frame of(int version, int layer, int bits, int rateIndex, int padding) {
            boolean first = version == 3;
            int rate = RATES[rateIndex] / (first ? 1 : version == 2 ? 2 : 4);
            int kilobits = KILOBITS[first ? layer - 1 : layer == 1 ? 3 : 4][bits];
            int samples = layer == 1 ? 384 : layer == 2 || first ? 1152 : 576;
            int unit = layer == 1 ? 4 : 1;
            return new Frame((samples / 8 / unit * kilobits * 1000 / rate + padding) * unit, samples, rate);
        }
    }

    @Override
    int take(byte[] bytes, int from) {
        int left = bytes.length - from;
        if (left < HEADER) {
            return 0;
        }
        if (hasText(bytes, from, "ID3")) {
            int size = left < TAG ? Integer.MAX_VALUE : TAG + tagSize(bytes, from + 6);
            return size > left ? 0 : size;
        }
        Frame frame = Frame.at(bytes, from);
        if (frame == null) {
            return 1; // not a frame: what follows may be one
        }
        if (frame.size() > left) {
            return 0;
        }
        add(frame.samples(), frame.rate());
        return frame.size();
    }

    /** Seven bits of each byte, the highest first. */
    private static int tagSize(byte[] bytes, int at) {
        int size = 0;
        for (int i = 0; i < 4; i++) {
            size = (size << 7) | (bytes[at + i] & 0x7F);
        }
        return size;
    }
}
