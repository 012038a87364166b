package io.qpy.device.sms;

import java.util.Map;
import java.util.TreeMap;

/** A store of messages: the SIM card's or the module's. */
public final class MessageStore {
    /** Nothing is in that place, or there is no place. */
    public static final int NONE = -1;

    private final String name;
    private final int capacity;
    private final Map<Integer, byte[]> places = new TreeMap<>();

    MessageStore(String name, int capacity) {
        this.name = name;
        this.capacity = capacity;
    }

    public String name() {
        return name;
    }

    /** How many messages it holds. */
    public int capacity() {
        return capacity;
    }

    /** The messages by their places, 0 and up: octets with the message centre's address in front. */
    public synchronized Map<Integer, byte[]> messages() {
        return new TreeMap<>(places);
    }

    /** Puts a message into the first free place; {@link #NONE} if there is none. */
    synchronized int add(byte... message) {
        for (int i = 0; i < capacity; i++) {
            if (places.putIfAbsent(i, message) == null) {
                return i;
            }
        }
        return NONE;
    }

    synchronized boolean isFull() {
        return places.size() == capacity;
    }

    synchronized void delete(int place) {
        places.remove(place);
    }

    synchronized void set(Map<Integer, byte[]> messages) {
        places.clear();
        places.putAll(messages);
    }
}
