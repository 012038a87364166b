package io.qpy.device.position;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How well satellites are received.
 *
 * @param isFixed whether a place can be found
 * @param satellites how many are used for it
 * @param dilution HDOP: up to 2 good, above 5 weak
 */
public record Sky(boolean isFixed, int satellites, double dilution) {
    /** A good fix. */
    public static final Sky CLEAR = new Sky(true, 12, 0.8);

    /** A place that is tens of metres off. */
    public static final Sky WEAK = new Sky(true, 4, 8);

    /** No place. */
    public static final Sky COVERED = new Sky(false, 0, 25.5);

    /** Where a satellite stands: numbers, degrees, and dB-Hz under a clear sky. */
    record Satellite(int number, int elevation, int azimuth, int strength) {}

    private static final List<Satellite> GPS = List.of(
            new Satellite(3, 23, 303, 34),
            new Satellite(14, 84, 210, 41),
            new Satellite(17, 52, 328, 38),
            new Satellite(1, 32, 41, 35),
            new Satellite(19, 36, 305, 32),
            new Satellite(6, 34, 242, 32),
            new Satellite(30, 17, 204, 27),
            new Satellite(21, 9, 51, 24),
            new Satellite(22, 61, 77, 40),
            new Satellite(11, 28, 164, 33),
            new Satellite(8, 12, 118, 22));

    private static final List<Satellite> BEIDOU = List.of(
            new Satellite(7, 86, 63, 40),
            new Satellite(10, 75, 322, 38),
            new Satellite(8, 60, 211, 36),
            new Satellite(24, 44, 276, 33),
            new Satellite(13, 43, 215, 33),
            new Satellite(26, 40, 208, 37),
            new Satellite(22, 26, 135, 30),
            new Satellite(19, 25, 76, 28),
            new Satellite(5, 17, 251, 25));

    /** The most satellites that can be used: all that there are. */
    public static final int MOST = GPS.size() + BEIDOU.size();

    /** The satellites of GPS that are used. Of both systems, it has the half and the odd one, as far as there are so many. */
    List<Satellite> usedGps(boolean withBeidou) {
        int wanted = withBeidou ? Math.max((satellites + 1) / 2, satellites - BEIDOU.size()) : satellites;
        return GPS.subList(0, Math.min(wanted, GPS.size()));
    }

    /** Those of BeiDou. */
    List<Satellite> usedBeidou(boolean withGps) {
        int wanted = satellites - (withGps ? usedGps(true).size() : 0);
        return BEIDOU.subList(0, Math.min(wanted, BEIDOU.size()));
    }

    /** Those of GPS that are seen, used or not: four at least. */
    List<Satellite> seenGps() {
        return seen(GPS);
    }

    List<Satellite> seenBeidou() {
        return seen(BEIDOU);
    }

    private List<Satellite> seen(List<Satellite> all) {
        int count = isFixed ? all.size() : 4;
        return IntStream.range(0, count).mapToObj(all::get).toList();
    }

    /** How far from the true place the receiver's is, at most, in metres. */
    double errorMetres() {
        return dilution <= 2 ? 0 : dilution * 3;
    }

    /** How strong a satellite is received. */
    int strength(Satellite satellite) {
        return isFixed ? satellite.strength() - (int) Math.min(15, Math.max(0, dilution - 1) * 2) : 0;
    }
}
