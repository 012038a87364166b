package io.qpy.device.power;

import io.qpy.device.Part;
import io.qpy.device.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Whether the module sleeps while its script waits, and how long it has slept (facts-board.md B4.1 to B4.3). What a script waits
 * for wakes the module, so nothing comes later for it: sleep is only counted. The time in which a script computes counts, too; in
 * virtual time it takes none.
 */
public final class Sleep implements Part {
    /** A wake lock. */
    private static final class Lock {
        private final String name;
        private boolean locked;

        Lock(String name) {
            this.name = name;
        }
    }

    private final Time time;
    private final Supplier<String> surroundings;
    private final SortedMap<Integer, Lock> locks = new TreeMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean automatic;
    private boolean asleep;
    private long since;
    private long slept;

    /** @param surroundings what outside of this part keeps the module awake, for a person; null for nothing */
    public Sleep(Time time, Supplier<String> surroundings) {
        this.time = time;
        this.surroundings = surroundings;
    }

    /** Makes a wake lock, which is not locked yet, and returns its number. */
    public synchronized int create(String name) {
        int id = 1;
        while (locks.containsKey(id)) {
            id++;
        }
        locks.put(id, new Lock(name));
        return id;
    }

    /** Deletes a wake lock; returns false if there is none of this number. */
    public boolean delete(int id) {
        boolean there;
        synchronized (this) {
            there = locks.remove(id) != null;
        }
        look();
        return there;
    }

    /** Locks or releases a wake lock; returns false if there is none of this number. */
    public boolean lock(int id, boolean locked) {
        synchronized (this) {
            if (!locks.containsKey(id)) {
                return false;
            }
            locks.get(id).locked = locked;
        }
        look();
        return true;
    }

    /** How many wake locks there are, locked or not. */
    public synchronized int count() {
        return locks.size();
    }

    /** The wake locks, by their names; of several of one name, whether any is locked. */
    public synchronized Map<String, Boolean> locks() {
        Map<String, Boolean> named = new TreeMap<>();
        locks.values().forEach(each -> named.merge(each.name, each.locked, Boolean::logicalOr));
        return named;
    }

    /** Whether the module may sleep by itself. */
    public void setAutomatic(boolean value) {
        synchronized (this) {
            automatic = value;
        }
        look();
    }

    /** Is told when the module has begun to sleep, or has been kept from it. It must not block. */
    public synchronized void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** What keeps the module awake may have changed. */
    public void look() {
        boolean before;
        List<Runnable> told;
        synchronized (this) {
            before = asleep;
            boolean now = obstacle() == null;
            if (before && !now) {
                slept += time.nanos() - since;
            }
            if (!before && now) {
                since = time.nanos();
            }
            asleep = now;
            told = before == now ? List.of() : List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    /** What keeps the module awake, for a person; null for nothing. */
    public synchronized String obstacle() {
        if (!automatic) {
            return "pm.autosleep is off";
        }
        for (Map.Entry<Integer, Lock> each : locks.entrySet()) {
            if (each.getValue().locked) {
                return "wake lock " + each.getKey() + " ('" + each.getValue().name + "') is locked";
            }
        }
        return surroundings.get();
    }

    public synchronized boolean isAsleep() {
        return asleep;
    }

    /** How many nanoseconds the module has slept. */
    public synchronized long slept() {
        return slept + (asleep ? time.nanos() - since : 0);
    }

    /** The module is off for so many nanoseconds, in power saving mode. */
    synchronized void add(long length) {
        slept += length;
    }

    /** Nobody holds the locks any more. */
    @Override
    public void reset() {
        restart();
    }

    @Override
    public void restart() {
        synchronized (this) {
            locks.clear();
            automatic = false;
        }
        look();
    }

    @Override
    public synchronized Runnable snapshot() {
        long saved = slept();
        return () -> {
            restart();
            synchronized (this) {
                slept = saved;
            }
        };
    }
}
