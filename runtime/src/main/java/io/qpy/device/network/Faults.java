package io.qpy.device.network;

import io.qpy.device.time.Time;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** What is wrong with the network, for every host or for one: what a test has asked for. Nothing, at first. */
public final class Faults {
    /** Stands for every host. */
    public static final String EVERY_HOST = "*";

    /** What can be wrong with a host. */
    public enum Kind {
        /** Its name is not found. */
        UNKNOWN,
        /** It refuses new connections. */
        REFUSING,
        /** Nothing passes, in either direction, and nobody is told. */
        SILENT
    }

    /**
     * How slow a client library's connections are.
     *
     * @param latency nanoseconds that what the device sends takes longer
     * @param jitter nanoseconds that are added at most, at random
     * @param bandwidth bytes a second, 0 for no limit
     */
    public record Pace(long latency, long jitter, long bandwidth) {
        public static final Pace UNHINDERED = new Pace(0, 0, 0);
    }

    /** What is wrong at one moment, and how slow connections are then, by host. */
    public record Snapshot(Map<String, Kind> kinds, Map<String, Pace> paces) {
        public Snapshot {
            kinds = Map.copyOf(kinds);
            paces = Map.copyOf(paces);
        }
    }

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, Pace> paces = new HashMap<>();
    private final Random random = new Random(1);
    private CompletableFuture<Void> change = new CompletableFuture<>();

    /** Has something be wrong with a host; null for nothing any more. */
    public synchronized void set(String host, Kind kind) {
        if (kind == null) {
            kinds.remove(host);
        } else {
            kinds.put(host, kind);
        }
        changed();
    }

    private void changed() {
        CompletableFuture<Void> old = change;
        change = new CompletableFuture<>();
        old.complete(null);
    }

    public synchronized void set(String host, Pace pace) {
        paces.put(host, pace);
    }

    /** What was set for a host. */
    public synchronized Pace pace(String host) {
        return paces.getOrDefault(host, Pace.UNHINDERED);
    }

    public synchronized Snapshot snapshot() {
        return new Snapshot(kinds, paces);
    }

    /** Has everything be as it was. */
    public synchronized void restore(Snapshot before) {
        paces.clear();
        paces.putAll(before.paces());
        if (!kinds.equals(before.kinds())) {
            kinds.clear();
            kinds.putAll(before.kinds());
            changed();
        }
    }

    private synchronized Kind of(String host) {
        return kinds.getOrDefault(host, kinds.get(EVERY_HOST));
    }

    public void requireKnown(String host) throws UnknownHostException {
        if (of(host) == Kind.UNKNOWN) {
            throw new UnknownHostException("the host '" + host + "' is not found: the test has asked for that");
        }
    }

    public void requireOpen(String host) throws ConnectException {
        if (of(host) == Kind.REFUSING) {
            throw new ConnectException("'" + host + "' refuses connections: the test has asked for that");
        }
    }

    public boolean silences(String host) {
        return of(host) == Kind.SILENT;
    }

    /** Complete when something has changed. */
    synchronized CompletableFuture<Void> change() {
        return change;
    }

    /** How much longer so many bytes take to a host, in nanoseconds. */
    synchronized long delay(String host, int bytes) {
        Pace pace = paces.getOrDefault(host, paces.getOrDefault(EVERY_HOST, Pace.UNHINDERED));
        long jitter = pace.jitter() == 0 ? 0 : (long) (random.nextDouble() * pace.jitter());
        long transfer = pace.bandwidth() == 0 ? 0 : bytes * Time.seconds(1) / pace.bandwidth();
        return pace.latency() + jitter + transfer;
    }
}
