package io.qpy.device.position;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a receiver has sent, line by line: RMC sentences have the places, GGA the altitudes. While RMC says V, satellites are out of
 * sight. Lines that are none of these are left out, and a sentence whose check sum is wrong, too.
 */
final class NmeaLog {
    private static final Pattern SENTENCE = Pattern.compile("\\$([A-Z0-9]{5}),([^*]*)\\*([0-9A-Fa-f]{2})\\s*");
    private static final Pattern TIME = Pattern.compile("(\\d{2})(\\d{2})(\\d{2}(?:\\.\\d{1,9})?)");
    private static final double DAY = 86_400;

    private final List<Track.Point> points = new ArrayList<>();
    private double first = -1;
    private double last;
    private double days;
    private double altitude;
    private int sentences;
    private boolean startsBlind; // satellites are out of sight before the first place

    private NmeaLog() {}

    static Track read(String text) throws TrackException {
        NmeaLog log = new NmeaLog();
        text.lines().forEach(log::line);
        if (log.points.isEmpty()) {
            throw new TrackException(
                    log.sentences == 0
                            ? "neither GPX nor NMEA sentences with right check sums"
                            : "NMEA sentences without an RMC that has a place");
        }
        return Track.of(log.points);
    }

    private void line(String line) {
        Matcher sentence = SENTENCE.matcher(line.strip());
        if (!sentence.matches()) {
            return;
        }
        String body = sentence.group(1) + "," + sentence.group(2);
        if (Integer.parseInt(sentence.group(3), 16) != Sentence.checkSum(body)) {
            return;
        }
        sentences++;
        String[] fields = sentence.group(2).split(",", -1);
        if (sentence.group(1).endsWith("GGA") && fields.length > 8 && fields[8].matches("-?\\d+(\\.\\d+)?")) {
            altitude = Double.parseDouble(fields[8]);
        } else if (sentence.group(1).endsWith("RMC") && fields.length > 7) {
            recommended(fields);
        }
    }

    private void recommended(String[] fields) {
        Matcher time = TIME.matcher(fields[0]);
        if (!time.matches()) {
            return;
        }
        double moment = seconds(time);
        if (!fields[1].equals("A")) {
            openGap();
            return;
        }
        Double latitude = degrees(fields[2], fields[3], "S");
        Double longitude = degrees(fields[4], fields[5], "W");
        if (latitude == null || longitude == null || !Place.isOnEarth(latitude, longitude)) {
            return;
        }
        Place place = Place.still(latitude, longitude, altitude);
        if (points.isEmpty() && startsBlind) {
            points.add(new Track.Point(0, place, true));
        }
        points.add(new Track.Point(moment, place, false));
    }

    private double seconds(Matcher time) {
        double moment = Integer.parseInt(time.group(1)) * 3600.0
                + Integer.parseInt(time.group(2)) * 60.0
                + Double.parseDouble(time.group(3));
        if (first < 0) {
            first = moment;
        } else if (moment + days < last - DAY / 2) {
            days += DAY; // midnight has passed
        }
        last = moment + days;
        return last - first;
    }

    private void openGap() {
        startsBlind |= points.isEmpty();
        if (!points.isEmpty()) {
            Track.Point point = points.remove(points.size() - 1);
            points.add(new Track.Point(point.seconds(), point.place(), true));
        }
    }

    /** Degrees of ddmm.mmmm; null for what is no such number. */
    private static Double degrees(String text, String side, String negative) {
        if (!text.matches("\\d{3,5}(\\.\\d{1,9})?")) {
            return null;
        }
        double value = Double.parseDouble(text);
        double whole = Math.floor(value / 100);
        double degrees = whole + (value - whole * 100) / 60;
        return side.equals(negative) ? -degrees : degrees;
    }
}
