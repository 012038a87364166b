package io.qpy.device.position;

import io.qpy.device.Part;
import io.qpy.device.time.Time;
import java.util.ArrayList;
import java.util.List;

/** Where the module is, and how it receives satellites: what the built-in receiver and one at a UART have in common. */
public final class Receiver implements Part {
    /** Where the vendor's documentation was written (facts-board.md B8.4). */
    private static final Track DOCUMENTED = Track.still(31.82134916666667, 117.1156448333333, 166.5);

    private final Time time;
    private final List<Runnable> listeners = new ArrayList<>();
    private Track track = DOCUMENTED;
    private long begin;
    private Sky sky = Sky.CLEAR;

    public Receiver(Time time) {
        this.time = time;
    }

    /** Is told before each change, from where what was before is to be read. It must not block. */
    synchronized void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void change(Runnable step) {
        List<Runnable> told;
        synchronized (this) {
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
        synchronized (this) {
            step.run();
        }
    }

    /** The module takes this way from now on. */
    public void take(Track value) {
        change(() -> {
            track = value;
            begin = time.nanos();
        });
    }

    /** Satellites are received so from now on. */
    public void receive(Sky value) {
        change(() -> sky = value);
    }

    /** Where the module is now. */
    public Place place() {
        return place(time.nanos());
    }

    synchronized Place place(long nanos) {
        return track.at((nanos - begin) / (double) Time.seconds(1));
    }

    /** How it receives now. */
    public Sky sky() {
        return sky(place());
    }

    synchronized Sky sky(Place place) {
        return place.inSight() ? sky : Sky.COVERED;
    }

    /** The way goes on while the power is off. */
    @Override
    public Runnable snapshot() {
        Track savedTrack;
        long savedBegin;
        Sky savedSky;
        synchronized (this) {
            savedTrack = track;
            savedBegin = begin;
            savedSky = sky;
        }
        return () -> change(() -> {
            track = savedTrack;
            begin = savedBegin;
            sky = savedSky;
        });
    }
}
