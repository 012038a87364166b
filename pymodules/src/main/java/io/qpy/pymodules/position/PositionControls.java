package io.qpy.pymodules.position;

import io.qpy.device.Device;
import io.qpy.device.position.Locator;
import io.qpy.device.position.Place;
import io.qpy.device.position.Receiver;
import io.qpy.device.position.Sky;
import io.qpy.device.position.Track;
import io.qpy.device.position.TrackException;
import io.qpy.device.position.WifiScanner;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import java.util.List;

/** What tests do to the module's place and to what it receives; {@code qpytest.gnss} is made of it. */
public final class PositionControls implements Controls {
    /** The verbs. */
    static final class Verbs {
        private final Receiver receiver;
        private final Locator locator;
        private final WifiScanner scanner;

        Verbs(Device device) {
            receiver = QuecgnssHost.receiver(device);
            locator = LocatorHost.locator(device);
            scanner = WifiScanHost.scanner(device);
        }

        /** Puts the module somewhere; false where there is no such place. */
        @Exposed
        boolean put(double latitude, double longitude, double altitude) {
            boolean there = Place.isOnEarth(latitude, longitude);
            if (there) {
                receiver.take(Track.still(latitude, longitude, altitude));
            }
            return there;
        }

        /** Has the module take a way from now on; returns what is wrong with the text, or None. */
        @Exposed
        String take(String text) {
            try {
                receiver.take(Track.read(text));
                return null;
            } catch (TrackException e) {
                return e.getMessage();
            }
        }

        @Exposed
        void receive(boolean fixed, int satellites, double dilution) {
            receiver.receive(fixed ? new Sky(true, Math.min(satellites, Sky.MOST), dilution) : Sky.COVERED);
        }

        /** Latitude, longitude, altitude in m, speed in m/s, course. */
        @Exposed
        List<Double> place() {
            Place place = receiver.place();
            return List.of(place.latitude(), place.longitude(), place.altitude(), place.speed(), place.course());
        }

        @Exposed
        boolean isFixed() {
            return receiver.sky().isFixed();
        }

        @Exposed
        void failLocators(boolean fail) {
            locator.fail(fail);
        }

        @Exposed
        void findNothing(boolean nothing) {
            locator.findNothing(nothing);
        }

        /** Access points: addresses and strengths in turn. */
        @Exposed
        void surround(List<Object> points) {
            scanner.surround(points);
        }
    }

    @Override
    public Object verbs(Device device) {
        return new Verbs(device);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }
}
