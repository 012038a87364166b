package io.qpy.device.position;

/**
 * Where the module is at a moment, and how it moves.
 *
 * @param latitude degrees, north above 0
 * @param longitude degrees, east above 0
 * @param altitude metres
 * @param speed metres a second
 * @param course degrees, 0 north, 90 east
 * @param inSight whether satellites are: not in a tunnel
 */
public record Place(double latitude, double longitude, double altitude, double speed, double course, boolean inSight) {
    private static final double EARTH_METRES = 6_371_008.8;
    private static final double FULL_CIRCLE = 360;

    /** One that does not move. */
    public static Place still(double latitude, double longitude, double altitude) {
        return new Place(latitude, longitude, altitude, 0, 0, true);
    }

    /** The distance to another, in metres, over a ball of the Earth's mean radius. */
    double metresTo(Place other) {
        double from = Math.toRadians(latitude);
        double to = Math.toRadians(other.latitude);
        double up = Math.sin((to - from) / 2);
        double along = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(up * up + Math.cos(from) * Math.cos(to) * along * along));
    }

    /** The course from here to another. */
    double courseTo(Place other) {
        double from = Math.toRadians(latitude);
        double to = Math.toRadians(other.latitude);
        double along = Math.toRadians(other.longitude - longitude);
        double east = Math.sin(along) * Math.cos(to);
        double north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(along);
        return (Math.toDegrees(Math.atan2(east, north)) + FULL_CIRCLE) % FULL_CIRCLE;
    }

    /** A place so many metres away, in the direction of a course. */
    Place moved(double metres, double towards) {
        double angle = Math.toRadians(towards);
        double north = Math.toDegrees(metres * Math.cos(angle) / EARTH_METRES);
        double east = Math.toDegrees(metres * Math.sin(angle) / EARTH_METRES / Math.cos(Math.toRadians(latitude)));
        return new Place(latitude + north, longitude + east, altitude, speed, course, inSight);
    }

    /** Whether these are degrees of the Earth. */
    public static boolean isOnEarth(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
