package io.qpy.device.sound;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.util.List;

/** Files that a script plays, and those for the microphone. */
public final class SoundParser implements Parser {
    @Override
    public List<byte[]> seeds() {
        return Seeds.bytes(
                "RIFF\54\0\0\0WAVEfmt \20\0\0\0\1\0\1\0\100\37\0\0\200\76\0\0\2\0\20\0data\10\0\0\0abcdefgh",
                "#!AMR\n\74" + "a".repeat(31) + "\174\174\44abcde",
                "#!AMR-WB\n\104" + "a".repeat(60),
                "ID3\3\0\0\0\0\0\5abcde\377\373\220\0" + "a".repeat(413) + "\377\373\220\0");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes(
                "RIFF", "WAVE", "fmt ", "data", "ID3", "\377\373", "\377\377\377\377", "\0\0\0\0", "#!AMR\n");
    }

    @Override
    public String parse(byte[] input) {
        long length = SoundMeter.length(input).orElse(-1L);
        if (length < -1) {
            throw new AssertionError("a length of " + length);
        }
        try {
            Samples ignored = Samples.ofWav(input);
            return "heard " + (length > 0);
        } catch (IllegalArgumentException e) {
            return Seeds.kind(e.getMessage()) + (length > 0);
        }
    }
}
