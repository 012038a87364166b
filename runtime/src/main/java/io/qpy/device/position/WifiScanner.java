package io.qpy.device.position;

import io.qpy.device.Part;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The module's scanner for access points: which there are, and how long a scan takes (facts-board.md B10.4, B10.5). */
public final class WifiScanner implements Part {
    /** An access point and how strong it is received, in dBm. */
    public record AccessPoint(String address, int strength) {}

    /** Where the vendor's documentation was written. */
    private static final List<AccessPoint> DOCUMENTED = List.of(
            new AccessPoint("34:CE:00:09:E5:A8", -30),
            new AccessPoint("30:FC:68:E2:2D:F7", -44),
            new AccessPoint("12:CA:41:D4:B2:50", -54),
            new AccessPoint("D0:DB:B7:90:2D:07", -58),
            new AccessPoint("00:03:7F:12:CB:CB", -61),
            new AccessPoint("60:38:E0:C2:84:D9", -62),
            new AccessPoint("08:4F:0A:05:22:8F", -63));

    /** Seconds, rounds, access points at most, priority. */
    private static final List<Integer> SETTINGS = List.of(15, 1, 30, 0);

    private static final int ROUNDS = 1; // their place in the settings
    private static final int POINTS = 2;
    private static final long ROUND = Time.millis(1500); // a guess

    private final Time time;
    private List<AccessPoint> points = DOCUMENTED;
    private List<Integer> settings = SETTINGS;
    private boolean on;
    private boolean scanning;
    private Alarm alarm = () -> {};

    public WifiScanner(Time time) {
        this.time = time;
    }

    /** These are the access points around, from now on. */
    public synchronized void surround(List<Object> addressesAndStrengths) {
        List<AccessPoint> all = new ArrayList<>();
        for (int i = 0; i + 1 < addressesAndStrengths.size(); i += 2) {
            int strength = ((Number) addressesAndStrengths.get(i + 1)).intValue();
            all.add(new AccessPoint((String) addressesAndStrengths.get(i), strength));
        }
        points = List.copyOf(all);
    }

    public synchronized boolean isOn() {
        return on;
    }

    public synchronized void turn(boolean value) {
        on = value;
    }

    public synchronized List<Integer> settings() {
        return settings;
    }

    public synchronized void set(List<Integer> value) {
        settings = List.copyOf(value);
    }

    /** How many nanoseconds a scan takes. */
    public synchronized long length() {
        return Math.min(settings.get(ROUNDS) * ROUND, Time.seconds(settings.get(0)));
    }

    /** Addresses and strengths in turn, the strongest first. */
    public synchronized List<Object> found() {
        List<Object> all = new ArrayList<>();
        points.stream()
                .sorted(Comparator.comparingInt(AccessPoint::strength).reversed())
                .limit(settings.get(POINTS))
                .forEach(each -> {
                    all.add(each.address());
                    all.add(each.strength());
                });
        return all;
    }

    /** Scans, and hands what it found to somebody who must not block; returns false while another scan runs. */
    public synchronized boolean later(Consumer<List<Object>> taker) {
        if (scanning) {
            return false;
        }
        scanning = true;
        alarm = time.schedule(length(), () -> {
            end();
            taker.accept(found());
        });
        return true;
    }

    private synchronized void end() {
        scanning = false;
        alarm.cancel();
    }

    @Override
    public synchronized void reset() {
        end();
        on = false;
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public synchronized Runnable snapshot() {
        List<AccessPoint> savedPoints = points;
        List<Integer> savedSettings = settings;
        return () -> {
            reset();
            synchronized (this) {
                points = savedPoints;
                settings = savedSettings;
            }
        };
    }
}
