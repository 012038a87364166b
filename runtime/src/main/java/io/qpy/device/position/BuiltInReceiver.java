package io.qpy.device.position;

import io.qpy.device.Part;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The module's own receiver (facts-board.md B9.1 to B9.5): while it is on, it writes sentences each second, of which it keeps the last
 * 4096 bytes. They are made when somebody looks, so that a second costs no event. What it is set to is kept when the module restarts.
 */
public final class BuiltInReceiver implements Part {
    /** The settings, as {@code quecgnss.configSet} numbers them. */
    public static final int SYSTEMS = 0;

    public static final int KINDS = 1;

    /** The last of them. */
    public static final int SUPPLY = 4;

    private static final int ROOM = 4096;
    private static final long SECOND = Time.seconds(1);

    /** How long a read waits for data: a script that reads until nothing is left comes to its end. */
    private static final long PATIENCE = Time.millis(500);

    private static final int MOST_SECONDS = 10; // more than the room holds

    private final Receiver receiver;
    private final Time time;
    private final Waits waits;
    private final Map<Integer, Integer> settings = new TreeMap<>(Map.of(SYSTEMS, 1, KINDS, Sentences.ALL, 2, 0, 3, 0));
    private int priority;
    private boolean on;
    private long written; // the second up to which sentences were made
    private byte[] kept = {};

    public BuiltInReceiver(Receiver receiver, Time time, Waits waits) {
        this.receiver = receiver;
        this.time = time;
        this.waits = waits;
        receiver.listen(this::write);
    }

    public synchronized boolean isOn() {
        return on;
    }

    /** Switches it on or off; what was not read is lost. */
    public synchronized void turn(boolean value) {
        if (on != value) {
            on = value;
            kept = new byte[0];
            written = time.instant().getEpochSecond();
        }
    }

    /** Takes at most so many bytes; waits for some up to half a second. */
    public byte[] read(int most) {
        write();
        if (isEmpty()) {
            waits.sleep(Math.min(PATIENCE, Sentences.untilNext(time.instant())));
            write();
        }
        return take(most);
    }

    private synchronized boolean isEmpty() {
        return kept.length == 0;
    }

    private synchronized byte[] take(int most) {
        byte[] taken = Arrays.copyOf(kept, Math.min(most, kept.length));
        kept = Arrays.copyOfRange(kept, taken.length, kept.length);
        return taken;
    }

    /** Makes the sentences of the seconds that have passed. */
    private synchronized void write() {
        Instant now = time.instant();
        if (!on || now.getEpochSecond() <= written) {
            return;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(kept);
        long from = Math.max(written + 1, now.getEpochSecond() - MOST_SECONDS + 1);
        for (long second = from; second <= now.getEpochSecond(); second++) {
            all.writeBytes(sentences(Instant.ofEpochSecond(second), now));
        }
        written = now.getEpochSecond();
        byte[] bytes = all.toByteArray();
        kept = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - ROOM), bytes.length);
    }

    private byte[] sentences(Instant at, Instant now) {
        long ago = (now.getEpochSecond() - at.getEpochSecond()) * SECOND + now.getNano();
        Place place = receiver.place(time.nanos() - ago);
        int system = settings.get(SYSTEMS);
        Sentences.Systems systems = new Sentences.Systems(system != 7, system == 1 || system == 5 || system == 7);
        return Sentences.of(Sentences.Style.BUILT_IN, at, place, receiver.sky(place), settings.get(KINDS), systems)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A setting's value. */
    public synchronized int setting(int kind) {
        return settings.getOrDefault(kind, 0);
    }

    public void set(int kind, int value) {
        write();
        synchronized (this) {
            settings.put(kind, value);
        }
    }

    /** 0 satellites before the network's radio, 1 after it. */
    public synchronized int priority() {
        return priority;
    }

    public synchronized void setPriority(int value) {
        priority = value;
    }

    /** The script is gone, and the receiver is off. */
    @Override
    public void reset() {
        turn(false);
    }

    @Override
    public void restart() {
        turn(false);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Integer, Integer> saved = Map.copyOf(settings);
        int savedPriority = priority;
        return () -> {
            turn(false);
            synchronized (this) {
                settings.clear();
                settings.putAll(saved);
                priority = savedPriority;
            }
        };
    }
}
