package io.qpy.device.position;

import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads GPX 1.0 and 1.1: the points of its tracks, else of its routes, else its way points. Between two segments of a track satellites are
 * out of sight. Points without times are passed at 10 m/s.
 */
final class Gpx {
    private static final double USUAL_SPEED = 10;

    private static final class Reading {
        private final List<Track.Point> points = new ArrayList<>();
        private Instant begin;
        private Place place;
        private String time;
        private boolean gap;
    }

    private final XMLStreamReader xml;

    private Gpx(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Track read(String text) throws TrackException {
        for (String kind : List.of("trkpt", "rtept", "wpt")) {
            List<Track.Point> points = parse(text, kind);
            if (!points.isEmpty()) {
                return Track.of(points);
            }
        }
        throw new TrackException("a GPX file without a point");
    }

    private static List<Track.Point> parse(String text, String kind) throws TrackException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new Gpx(factory.createXMLStreamReader(new StringReader(text))).points(kind);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new TrackException("no GPX: line " + line + " is not well-formed XML");
        }
    }

    private List<Track.Point> points(String kind) throws XMLStreamException, TrackException {
        Reading reading = new Reading();
        boolean isGpx = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                isGpx |= xml.getLocalName().equals("gpx");
                begin(xml.getLocalName(), kind, reading);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName(), kind, reading);
            }
        }
        if (!isGpx) {
            throw new TrackException("XML without a gpx element");
        }
        return reading.points;
    }

    private void begin(String name, String kind, Reading reading) throws XMLStreamException, TrackException {
        if (name.equals(kind)) {
            reading.place = place();
            reading.time = null;
        } else if (reading.place != null && name.equals("ele")) {
            Place at = reading.place;
            reading.place = Place.still(at.latitude(), at.longitude(), number(xml.getElementText(), name));
        } else if (reading.place != null && name.equals("time")) {
            reading.time = xml.getElementText().strip();
        }
    }

    private void end(String name, String kind, Reading reading) throws TrackException {
        if (name.equals("trkseg")) {
            reading.gap = true;
        } else if (name.equals(kind)) {
            add(reading);
            reading.place = null;
        }
    }

    private Place place() throws TrackException {
        double latitude = number(xml.getAttributeValue(null, "lat"), "lat");
        double longitude = number(xml.getAttributeValue(null, "lon"), "lon");
        if (!Place.isOnEarth(latitude, longitude)) {
            throw wrong("there is no place " + latitude + ", " + longitude);
        }
        return Place.still(latitude, longitude, 0);
    }

    private double number(String text, String name) throws TrackException {
        try {
            double value = Double.parseDouble(String.valueOf(text).strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw wrong(name + " is no number");
    }

    private TrackException wrong(String what) {
        return new TrackException("GPX, line " + xml.getLocation().getLineNumber() + ": " + what);
    }

    private void add(Reading reading) throws TrackException {
        List<Track.Point> points = reading.points;
        double seconds = seconds(reading);
        if (reading.gap && !points.isEmpty()) {
            Track.Point last = points.remove(points.size() - 1);
            points.add(new Track.Point(last.seconds(), last.place(), true));
        }
        reading.gap = false;
        points.add(new Track.Point(seconds, reading.place, false));
    }

    private double seconds(Reading reading) throws TrackException {
        if (reading.time != null) {
            Instant moment = moment(reading.time);
            if (reading.begin == null) {
                reading.begin = moment;
            }
            return (moment.toEpochMilli() - reading.begin.toEpochMilli()) / 1000.0;
        }
        if (reading.points.isEmpty()) {
            return 0;
        }
        Track.Point last = reading.points.get(reading.points.size() - 1);
        return last.seconds() + Math.max(1, last.place().metresTo(reading.place) / USUAL_SPEED);
    }

    private Instant moment(String time) throws TrackException {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException e) {
            throw wrong("'" + time + "' is no time such as 2026-12-01T08:00:00Z");
        }
    }
}
