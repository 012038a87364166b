package io.qpy.device.sound;

import io.qpy.device.time.Time;
import java.util.regex.Pattern;

/** How long the module speaks. That is a guess: no source measures it. */
public final class SpokenText {
    /** Marks such as {@code [n1]}, which are not spoken (facts-board.md B7.23). */
    private static final Pattern MARK = Pattern.compile("\\[[a-z=][a-z0-9]*]");

    private static final long BEGIN = Time.millis(200);
    private static final long LETTER = Time.millis(70);
    private static final long SYLLABLE = Time.millis(220); // a digit, or a sign of Chinese
    private static final int USUAL_SPEED = 4;

    private SpokenText() {}

    /** In nanoseconds; the speed is 0 to 9, and each step is a tenth of the time. */
    public static long length(String text, int speed) {
        long usual = MARK.matcher(text)
                .replaceAll("")
                .codePoints()
                .mapToLong(each -> each > 0x2E7F || Character.isDigit(each) ? SYLLABLE : LETTER)
                .sum();
        return BEGIN + usual * (10 + USUAL_SPEED - speed) / 10;
    }
}
