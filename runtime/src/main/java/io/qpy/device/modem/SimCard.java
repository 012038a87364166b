package io.qpy.device.modem;

import io.qpy.device.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is on the SIM card: its PIN and its phone book. The card keeps them when the module restarts; whether it waits
 * for the PIN is the {@link Modem}'s SIM status.
 */
public final class SimCard implements Part {
    /** The PIN of a new card, and the code that unblocks any. */
    private static final String NEW_PIN = "1234";

    private static final String PUK = "12345678";
    private static final int TRIES = 3;

    /** A place in the phone book. */
    private record Place(int storage, int index) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return storage == other.storage
                    ? Integer.compare(index, other.index)
                    : Integer.compare(storage, other.storage);
        }
    }

    /** An entry of the phone book. */
    public record Entry(int index, String name, String number) {}

    private final Modem modem;
    private SortedMap<Place, Entry> phonebook = new TreeMap<>();
    private String pin = NEW_PIN;
    private boolean asksForPin;
    private int triesLeft = TRIES;
    private String selected = "";

    public SimCard(Modem modem) {
        this.modem = modem;
        asksForPin = status() == Modem.State.PIN_WANTED;
    }

    private int status() {
        return modem.surroundings().sim();
    }

    /** Makes a card ready that waits for its PIN. The third wrong one in a row blocks it until {@link #unblock}. */
    public synchronized boolean verify(String given) {
        if (status() != Modem.State.SIM_READY && status() != Modem.State.PIN_WANTED) {
            return false;
        }
        if (!given.equals(pin)) {
            triesLeft--;
            if (triesLeft == 0) {
                modem.lockSim(Modem.State.PUK_WANTED);
            }
            return false;
        }
        triesLeft = TRIES;
        modem.unlockSim();
        return true;
    }

    /** Sets whether the card asks for its PIN from the next start of the module on. Returns whether the PIN is right. */
    public synchronized boolean askForPin(String given, boolean asks) {
        boolean right = verify(given);
        if (right) {
            asksForPin = asks;
        }
        return right;
    }

    /** Returns whether the old PIN is right. */
    public synchronized boolean change(String old, String next) {
        boolean right = verify(old);
        if (right) {
            pin = next;
        }
        return right;
    }

    /** Makes a blocked card ready. Returns whether it was blocked and the code is right. */
    public synchronized boolean unblock(String puk, String next) {
        if (status() != Modem.State.PUK_WANTED || !puk.equals(PUK)) {
            return false;
        }
        pin = next;
        triesLeft = TRIES;
        modem.unlockSim();
        return true;
    }

    /** The entries of a storage, by index. */
    public synchronized List<Entry> entries(int storage) {
        return new ArrayList<>(phonebook
                .subMap(new Place(storage, 0), new Place(storage + 1, 0))
                .values());
    }

    /** Writes an entry; one without name and number is removed. */
    public synchronized void write(int storage, Entry entry) {
        Place place = new Place(storage, entry.index());
        if (entry.name().isEmpty() && entry.number().isEmpty()) {
            phonebook.remove(place);
        } else {
            phonebook.put(place, entry);
        }
    }

    /** The file that SELECT named last, empty for none. */
    public synchronized String selected() {
        return selected;
    }

    public synchronized void select(String file) {
        selected = file;
    }

    @Override
    public synchronized void restart() {
        selected = "";
        if (status() == Modem.State.SIM_READY && asksForPin) {
            modem.lockSim(Modem.State.PIN_WANTED);
        }
    }

    @Override
    public synchronized Runnable snapshot() {
        SortedMap<Place, Entry> entries = new TreeMap<>(phonebook);
        String thePin = pin;
        boolean asks = asksForPin;
        int tries = triesLeft;
        String file = selected;
        return () -> {
            synchronized (this) {
                phonebook = entries;
                pin = thePin;
                asksForPin = asks;
                triesLeft = tries;
                selected = file;
            }
        };
    }
}
