package io.qpy.device.position;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sentences of one second, as a receiver writes them: NMEA 0183, with the ways of the vendor's (facts-board.md B8.7, B9.5).
 */
final class Sentences {
    /**
     * How a kind of receiver writes.
     *
     * @param angleDigits of minutes, behind the point
     * @param speedDigits of speeds, behind the point
     * @param padsNumbers whether a satellite's number has two digits at least
     * @param more whether ZDA and TXT follow
     */
    record Style(int angleDigits, int speedDigits, boolean padsNumbers, boolean more) {
        /** Of the built-in receiver. */
        static final Style BUILT_IN = new Style(6, 3, false, false);

        /** Of an L76K at a UART. */
        static final Style AT_UART = new Style(5, 2, true, true);
    }

    /** The kinds, as {@code quecgnss.configSet} numbers them. */
    static final int GGA = 1;

    static final int RMC = 2;
    static final int GSV = 4;
    static final int GSA = 8;
    static final int VTG = 16;
    static final int GLL = 32;
    static final int ALL = 63;

    private static final double KNOTS = 3600 / 1852.0;
    private static final double KMH = 3.6;
    private static final int GSA_PLACES = 12;
    private static final int GSV_PLACES = 4;
    private static final int GPS = 1; // the number of a system in GSA
    private static final int BEIDOU = 4;

    private final Style style;
    private final String time;
    private final String date;
    private final String year;
    private final Place place;
    private final Sky sky;
    private final boolean withGps;
    private final boolean withBeidou;
    private final List<Sentence> all = new ArrayList<>();

    /** @param place as the receiver finds it */
    private Sentences(Style style, Instant instant, Place place, Sky sky, boolean withGps, boolean withBeidou) {
        this.style = style;
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        time = DateTimeFormatter.ofPattern("HHmmss'.000'", Locale.ROOT).format(utc);
        date = DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT).format(utc);
        year = DateTimeFormatter.ofPattern("dd,MM,yyyy", Locale.ROOT).format(utc);
        this.place = place;
        this.sky = sky;
        this.withGps = withGps;
        this.withBeidou = withBeidou;
    }

    /**
     * Writes them.
     *
     * @param kinds the sum of the numbers of those that are wanted
     */
    static String of(Style style, Instant instant, Place place, Sky sky, int kinds, Systems systems) {
        double off = sky.errorMetres();
        Place found = off == 0 ? place : place.moved(off * wave(instant), 137.0 * instant.getEpochSecond() % 360);
        Sentences made = new Sentences(style, instant, found, sky, systems.gps(), systems.beidou());
        return made.write(kinds);
    }

    /** How many nanoseconds it is until the next second begins. */
    static long untilNext(Instant now) {
        Instant next = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return Duration.between(now, next).toNanos();
    }

    /** Which systems of satellites are received. */
    record Systems(boolean gps, boolean beidou) {}

    /** Between 0.3 and 1, the same at the same moment. */
    private static double wave(Instant instant) {
        return 0.65 + 0.35 * Math.sin(instant.getEpochSecond() * 1.7);
    }

    private String write(int kinds) {
        on(kinds, RMC, this::recommended);
        on(kinds, VTG, this::motion);
        on(kinds, GGA, this::fix);
        on(kinds, GSA, this::active);
        on(kinds, GSV, this::seen);
        on(kinds, GLL, this::position);
        if (style.more()) {
            all.add(new Sentence("GNZDA").add(time).add(year).add("00").add("00"));
            all.add(new Sentence("GPTXT").add("01").add("01").add("01").add("ANTENNA OK"));
        }
        StringBuilder text = new StringBuilder();
        all.forEach(text::append);
        return text.toString();
    }

    private static void on(int kinds, int kind, Runnable writer) {
        if ((kinds & kind) != 0) {
            writer.run();
        }
    }

    private Sentence angles(Sentence sentence) {
        return sky.isFixed()
                ? sentence.angle(place.latitude(), 2, style.angleDigits(), "NS")
                        .angle(place.longitude(), 3, style.angleDigits(), "EW")
                : sentence.add("").add("").add("").add("");
    }

    private void recommended() {
        Sentence rmc = angles(new Sentence("GNRMC").add(time).add(sky.isFixed() ? "A" : "V"));
        if (sky.isFixed()) {
            rmc.add(place.speed() * KNOTS, style.speedDigits()).add(place.course(), style.speedDigits());
        } else {
            rmc.add("").add("");
        }
        rmc.add(date).add("").add(style.more() ? "" : "E").add(sky.isFixed() ? "A" : "N");
        all.add(style.more() ? rmc.add("V") : rmc);
    }

    private void motion() {
        Sentence vtg = new Sentence("GNVTG");
        if (sky.isFixed()) {
            vtg.add(place.course(), 2).add("T").add("").add("M");
            vtg.add(place.speed() * KNOTS, 2)
                    .add("N")
                    .add(place.speed() * KMH, 2)
                    .add("K");
        } else {
            vtg.add("").add("T").add("").add("M").add("").add("N").add("").add("K");
        }
        all.add(vtg.add(sky.isFixed() ? "A" : "N"));
    }

    private void fix() {
        Sentence gga = angles(new Sentence("GNGGA").add(time)).add(sky.isFixed() ? 1 : 0);
        gga.add(String.format(Locale.ROOT, "%02d", used())).add(sky.dilution(), style.padsNumbers() ? 1 : 3);
        if (sky.isFixed()) {
            gga.add(place.altitude(), style.padsNumbers() ? 1 : 3).add("M");
            gga.add(style.padsNumbers() ? "-5.0" : "0").add("M");
        } else {
            gga.add("").add("M").add("").add("M");
        }
        all.add(gga.add("").add(""));
    }

    private List<Sky.Satellite> gps() {
        return withGps ? sky.usedGps(withBeidou) : List.of();
    }

    private List<Sky.Satellite> beidou() {
        return withBeidou ? sky.usedBeidou(withGps) : List.of();
    }

    private int used() {
        return gps().size() + beidou().size();
    }

    private void active() {
        if (withGps) {
            active(gps(), GPS);
        }
        if (withBeidou) {
            active(beidou(), BEIDOU);
        }
    }

    private void active(List<Sky.Satellite> used, int system) {
        Sentence gsa = new Sentence("GNGSA").add("A").add(!sky.isFixed() ? 1 : used() < 4 ? 2 : 3);
        for (int i = 0; i < GSA_PLACES; i++) {
            gsa.add(i < used.size() ? number(used.get(i)) : "");
        }
        double dilution = sky.dilution();
        all.add(gsa.add(Math.min(99.9, dilution * 1.6), 1)
                .add(dilution, 1)
                .add(Math.min(99.9, dilution * 1.3), 1)
                .add(system));
    }

    private String number(Sky.Satellite satellite) {
        return style.padsNumbers()
                ? String.format(Locale.ROOT, "%02d", satellite.number())
                : Integer.toString(satellite.number());
    }

    private void seen() {
        if (withGps) {
            seen("GPGSV", sky.seenGps());
        }
        if (withBeidou) {
            seen("BDGSV", sky.seenBeidou());
        }
    }

    private void seen(String name, List<Sky.Satellite> satellites) {
        int sentences = (satellites.size() + GSV_PLACES - 1) / GSV_PLACES;
        for (int i = 0; i < sentences; i++) {
            String count = style.padsNumbers()
                    ? String.format(Locale.ROOT, "%02d", satellites.size())
                    : Integer.toString(satellites.size());
            Sentence gsv = new Sentence(name).add(sentences).add(i + 1).add(count);
            int end = Math.min(satellites.size(), (i + 1) * GSV_PLACES);
            satellites.subList(i * GSV_PLACES, end).forEach(each -> {
                int strength = sky.strength(each);
                gsv.add(number(each)).add(each.elevation()).add(each.azimuth()).add(strength > 0 ? strength : "");
            });
            all.add(gsv);
        }
    }

    private void position() {
        Sentence gll = angles(new Sentence("GNGLL")).add(time).add(sky.isFixed() ? "A" : "V");
        all.add(gll.add(sky.isFixed() ? "A" : "N"));
    }
}
