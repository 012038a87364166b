package io.qpy.device.position;

import java.util.ArrayList;
import java.util.List;

/** The way that the module takes, in seconds from its begin. It stays at the last point. */
public final class Track {
    /**
     * A point of it.
     *
     * @param seconds since the begin
     * @param place its speed and course are not looked at
     * @param opensGap satellites are out of sight from here to the next point
     */
    record Point(double seconds, Place place, boolean opensGap) {}

    private final List<Point> points;

    private Track(List<Point> points) {
        this.points = points;
    }

    /** One place for ever. */
    public static Track still(double latitude, double longitude, double altitude) {
        return new Track(List.of(new Point(0, Place.still(latitude, longitude, altitude), false)));
    }

    /** One of these points; one that is not later than the point before is left out. */
    static Track of(List<Point> all) {
        List<Point> kept = new ArrayList<>();
        for (Point each : all) {
            if (kept.isEmpty() || each.seconds() > kept.get(kept.size() - 1).seconds()) {
                kept.add(each);
            }
        }
        return new Track(List.copyOf(kept));
    }

    /**
     * Reads a track: GPX, or the NMEA sentences of a receiver.
     *
     * @throws TrackException if it is neither
     */
    public static Track read(String text) throws TrackException {
        return text.stripLeading().startsWith("<") ? Gpx.read(text) : NmeaLog.read(text);
    }

    /** How many seconds it takes. */
    public double length() {
        return points.get(points.size() - 1).seconds();
    }

    /** Where the module is after so many seconds. */
    public Place at(double seconds) {
        int next = 0;
        while (next < points.size() && points.get(next).seconds() <= seconds) {
            next++;
        }
        if (next == 0) {
            return points.get(0).place();
        }
        return next == points.size() ? end() : between(points.get(next - 1), points.get(next), seconds);
    }

    private Place end() {
        Place last = points.get(points.size() - 1).place();
        double course =
                points.size() < 2 ? 0 : points.get(points.size() - 2).place().courseTo(last);
        return new Place(last.latitude(), last.longitude(), last.altitude(), 0, course, true);
    }

    private static Place between(Point from, Point to, double seconds) {
        double whole = to.seconds() - from.seconds();
        double share = (seconds - from.seconds()) / whole;
        Place a = from.place();
        Place b = to.place();
        return new Place(
                a.latitude() + (b.latitude() - a.latitude()) * share,
                a.longitude() + (b.longitude() - a.longitude()) * share,
                a.altitude() + (b.altitude() - a.altitude()) * share,
                a.metresTo(b) / whole,
                a.courseTo(b),
                !from.opensGap());
    }
}
