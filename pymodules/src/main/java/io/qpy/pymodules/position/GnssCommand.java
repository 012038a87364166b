package io.qpy.pymodules.position;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.position.Place;
import io.qpy.device.position.Receiver;
import io.qpy.device.position.Sky;
import io.qpy.device.position.Track;
import io.qpy.module.Command.Reply;
import io.qpy.module.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code qpy board gnss}: where the module is; with a word, it is put elsewhere, or its sky changes. */
public final class GnssCommand {
    private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d{1,9})?)";
    private static final Pattern PLACE = Pattern.compile("\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*");

    private final Receiver receiver;

    public GnssCommand(Device device) {
        receiver = QuecgnssHost.receiver(device);
    }

    /** Does what the word says, and shows what is then. */
    public void answer(List<String> words, Reply reply) throws IOException {
        if (!words.isEmpty()) {
            change(words.get(0));
        }
        reply.line(shown());
    }

    private void change(String word) {
        switch (word) {
            case "lose" -> receiver.receive(Sky.COVERED);
            case "weak" -> receiver.receive(Sky.WEAK);
            case "find" -> receiver.receive(Sky.CLEAR);
            default -> receiver.take(still(word));
        }
    }

    /**
     * The place of a text such as {@code 31.82, 117.11}.
     *
     * @throws Refusal if it is none
     */
    private static Track still(String text) {
        Track track = place(text);
        if (track == null) {
            throw new Refusal(
                    Code.USAGE,
                    "board gnss: want a latitude and a longitude as 31.82,117.11, lose, weak or find, got '" + text
                            + "'");
        }
        return track;
    }

    /** The same; null for another text. */
    public static Track place(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            return null;
        }
        double latitude = Double.parseDouble(place.group(1));
        double longitude = Double.parseDouble(place.group(2));
        return Place.isOnEarth(latitude, longitude) ? Track.still(latitude, longitude, 0) : null;
    }

    private String shown() {
        Place place = receiver.place();
        Sky sky = receiver.sky();
        return String.format(
                Locale.ROOT,
                "%.6f, %.6f, %.1f km/h, course %.0f, %s",
                place.latitude(),
                place.longitude(),
                place.speed() * 3.6,
                place.course(),
                sky.isFixed() ? "a fix by " + sky.satellites() + " satellites" : "no fix");
    }
}
