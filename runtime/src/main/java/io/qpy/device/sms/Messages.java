package io.qpy.device.sms;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.modem.Modem;
import io.qpy.device.time.DeviceClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The module's short messages and their stores; at the other end the message centre, which keeps what cannot be delivered yet. */
public final class Messages implements Part {
    public static final String CARD = "SM";
    public static final String MODULE = "ME";

    /** Where messages are read, where they are written, and where they arrive. */
    public record Places(String read, String write, String receive) {}

    /** What the module has sent. */
    public record Sent(String number, String text, int parts) {}

    /** Is told where a message has arrived. It must not block. */
    @FunctionalInterface
    public interface Listener {
        void arrived(int place, String store);
    }

    private static final int CARD_ROOM = 50; // facts-board.md B5.12
    private static final int MODULE_ROOM = 180;
    private static final String CENTRE = "+8613800551500";
    private static final Listener NOBODY = (place, store) -> {};

    private final Modem modem;
    private final DeviceClock clock;
    private final Notices notices;
    private final Map<String, MessageStore> stores = new LinkedHashMap<>();
    private final Deque<Pdu> waiting = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private Listener listener = NOBODY;
    private Places places = new Places(CARD, CARD, CARD);
    private String centre = CENTRE;
    private int reference;
    private int failures;

    public Messages(Modem modem, DeviceClock clock, Notices notices) {
        this.modem = modem;
        this.clock = clock;
        this.notices = notices;
        stores.put(CARD, new MessageStore(CARD, CARD_ROOM));
        stores.put(MODULE, new MessageStore(MODULE, MODULE_ROOM));
        modem.onChange((before, after) -> deliver());
    }

    /** A store by its name; null for another. */
    public MessageStore store(String name) {
        return stores.get(name);
    }

    /** The store that is read. */
    public MessageStore readStore() {
        return stores.get(places().read());
    }

    public synchronized Places places() {
        return places;
    }

    public synchronized void setPlaces(Places value) {
        places = value;
    }

    /** The message centre's number. */
    public synchronized String centre() {
        return centre;
    }

    public synchronized void setCentre(String value) {
        centre = value;
    }

    public synchronized void listen(Listener value) {
        listener = value;
    }

    /** Somebody sends a message to the module. It arrives, part by part, when the module is registered and has room. */
    public synchronized void receive(String number, String text, boolean unicode) {
        waiting.addAll(Pdu.of(number, text, unicode, clock.rtc(), ++reference));
        deliver();
    }

    private synchronized void deliver() {
        while (!waiting.isEmpty() && modem.state().registered()) {
            MessageStore store = stores.get(places.receive());
            if (store.isFull()) {
                notices.sayOnce(
                        Code.SMS,
                        "a message waits at the message centre: the store " + store.name() + " is full, with "
                                + store.capacity() + " messages (sms.deleteMsg)");
                return;
            }
            Pdu pdu = waiting.poll();
            int place = store.add(pdu.octets(centre));
            notices.note(Code.SMS, "a message of " + pdu.number() + ": " + pdu.text());
            listener.arrived(place, store.name());
        }
    }

    /** How many messages wait at the message centre, each part for itself. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Sends a message; returns false if the network does not take it. */
    public synchronized boolean send(String number, String text, int parts) {
        if (!modem.state().registered()) {
            return false;
        }
        if (failures > 0) {
            failures--;
            return false;
        }
        sent.add(new Sent(number, text, parts));
        notices.note(Code.SMS, "a message to " + number + ": " + text);
        return true;
    }

    /** The network does not take the next so many messages. */
    public synchronized void failNext(int count) {
        failures = count;
    }

    /** What was sent, the oldest first. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Deletes what is in a place of the store that is read. */
    public synchronized void delete(int place) {
        readStore().delete(place);
        deliver();
    }

    /** Deletes all that the store has which is read. */
    public synchronized void deleteAll() {
        readStore().set(Map.of());
        deliver();
    }

    @Override
    public synchronized void reset() {
        listener = NOBODY;
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<String, Map<Integer, byte[]>> contents = new LinkedHashMap<>();
        stores.forEach((name, store) -> contents.put(name, store.messages()));
        Places savedPlaces = places;
        String savedCentre = centre;
        int savedReference = reference;
        Listener savedListener = listener;
        return () -> {
            synchronized (this) {
                contents.forEach((name, messages) -> stores.get(name).set(messages));
                waiting.clear();
                sent.clear();
                failures = 0;
                places = savedPlaces;
                centre = savedCentre;
                reference = savedReference;
                listener = savedListener;
            }
        };
    }
}
