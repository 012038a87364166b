package io.qpy.pymodules.sms;

import io.qpy.device.Device;
import io.qpy.device.modem.Modem;
import io.qpy.device.sms.MessageStore;
import io.qpy.device.sms.Messages;
import io.qpy.device.sms.Messages.Places;
import io.qpy.device.sms.Pdu;
import io.qpy.device.time.Time;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The host object of {@code sms}. A run goes on while the script wants to be told of messages. */
public final class SmsHost {
    private static final long SENDING = Time.seconds(1); // of each part
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Device device;
    private final Callbacks callbacks;
    private final Messages messages;

    public SmsHost(ModuleContext context) {
        device = context.device();
        callbacks = context.callbacks();
        messages = messages(device);
    }

    /** A device's messages, which are built in when they are first asked for. */
    static Messages messages(Device device) {
        return device.part(Messages.class, it -> {
            it.meetTerminals();
            return new Messages(it.modem(), it.clock(), it.notices());
        });
    }

    /** Its chip's family; empty for none in particular. */
    @Exposed
    String family() {
        return device.model().traits().family();
    }

    /** What a person calls the module, for instance EC600N. */
    @Exposed
    String modelName() {
        return device.model().name();
    }

    /** Whether there is a card that can be used. */
    @Exposed
    boolean hasCard() {
        return device.modem().state().sim() == Modem.State.SIM_READY;
    }

    /** Sends a text; whether the network took it. */
    @Exposed
    boolean send(String number, String text, boolean unicode) {
        int parts = Pdu.of(number, text, unicode, null, 0).size();
        device.waits().sleep(parts * SENDING);
        return messages.send(number, text, parts);
    }

    /** Sends a PDU; whether it is one, and the network took it. */
    @Exposed
    boolean sendPdu(byte[] octets) {
        Pdu pdu = Pdu.read(octets).filter(each -> !each.isIncoming()).orElse(null);
        if (pdu == null) {
            return false;
        }
        device.waits().sleep(SENDING);
        return messages.send(pdu.number(), pdu.text(), 1);
    }

    /** The octets of a message; None where nothing is. */
    @Exposed
    byte[] read(int place) {
        byte[] octets = messages.readStore().messages().get(place);
        return octets == null ? null : octets.clone();
    }

    /** [number, text, time, which is empty for a message of the module's]; None for what is no PDU. */
    @Exposed
    List<String> decode(byte[] octets) {
        return Pdu.read(octets)
                .map(pdu -> List.of(pdu.number(), pdu.text(), pdu.isIncoming() ? STAMP.format(pdu.time()) : ""))
                .orElse(null);
    }

    /** How many octets of a PDU are the message centre's address. */
    @Exposed
    int centreLength(byte[] octets) {
        return Pdu.centreLength(octets);
    }

    @Exposed
    void delete(int place) {
        messages.delete(place);
    }

    @Exposed
    void deleteAll() {
        messages.deleteAll();
    }

    /** The message centre's number. */
    @Exposed
    String centre() {
        return messages.centre();
    }

    @Exposed
    void setCentre(String number) {
        messages.setCentre(number);
    }

    /** Of the stores that are read, written and received into: [name, used, capacity]. */
    @Exposed
    List<List<Object>> places() {
        Places places = messages.places();
        return Stream.of(places.read(), places.write(), places.receive())
                .map(this::shown)
                .toList();
    }

    private List<Object> shown(String name) {
        MessageStore store = messages.store(name);
        return List.of(name, store.messages().size(), store.capacity());
    }

    @Exposed
    void setPlaces(String read, String write, String receive) {
        messages.setPlaces(new Places(read, write, receive));
    }

    /** Calls the function with [slot of the card, place, store]. */
    @Exposed
    void watch(Callback callback) {
        callbacks.expect(this);
        messages.listen((place, store) -> callbacks.offer(callback, List.of(0, place, store)));
    }

    /** Calls none any more. */
    @Exposed
    void ignore() {
        messages.listen((place, store) -> {});
        callbacks.forget(this);
    }
}
