package io.qpy.device.position;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A track of {@code qpy.toml}'s or of a test's. */
public final class TrackParser implements Parser {
    @Override
    public List<byte[]> seeds() {
        return Seeds.texts("""
            <?xml version="1.0"?>
            <gpx version="1.1"><trk><trkseg>
            <trkpt lat="48.0" lon="11.0"><ele>500</ele><time>2026-06-01T08:00:00Z</time></trkpt>
            <trkpt lat="48.1" lon="11.1"><time>2026-06-01T08:00:10+02:00</time></trkpt>
            </trkseg><trkseg><trkpt lat="-48.1" lon="-11.1"/></trkseg></trk></gpx>
            """, """
            <gpx><rte><rtept lat="1" lon="2"/><rtept lat="1.5" lon="2"/></rte><wpt lat="0" lon="0"/></gpx>
            """, """
            $GNGGA,021556.000,3149.28095,N,11706.93869,E,1,24,0.6,166.5,M,-5.0,M,,*5E
            $GNRMC,022326.000,A,3149.324624,N,11706.921702,E,0.000,261.541,180222,,E,A*38
            """);
    }

    @Override
    public List<byte[]> words() {
        return Seeds.texts(
                "<",
                ">",
                "</",
                "/>",
                "&",
                "&amp;",
                "<!DOCTYPE gpx [",
                "<![CDATA[",
                "]]>",
                "<!--",
                "lat=\"",
                "1e999",
                "NaN",
                "-",
                "trkpt",
                "trkseg",
                "time",
                "ele",
                "$",
                "*",
                ",",
                "GNRMC",
                ",A,",
                ",V,",
                "235959.999",
                "\u0000");
    }

    @Override
    public String parse(byte[] input) {
        try {
            Track track = Track.read(new String(input, StandardCharsets.ISO_8859_1));
            for (double seconds : new double[] {0, track.length() / 2, track.length(), 1e9}) {
                Place place = track.at(seconds);
                if (!Place.isOnEarth(place.latitude(), place.longitude())) {
                    throw new AssertionError(place);
                }
            }
            return "read";
        } catch (TrackException e) {
            if (e.getMessage().lines().count() != 1) {
                throw new AssertionError(e.getMessage(), e);
            }
            return Seeds.kind(e.getMessage());
        }
    }
}
