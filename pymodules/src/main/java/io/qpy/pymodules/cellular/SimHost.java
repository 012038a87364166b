package io.qpy.pymodules.cellular;

import io.qpy.device.modem.SimCard;
import io.qpy.device.modem.SimCard.Entry;
import io.qpy.module.Exposed;
import java.util.ArrayList;
import java.util.List;

/** What {@code sim} does with the card. */
final class SimHost {
    private final SimCard card;

    SimHost(SimCard card) {
        this.card = card;
    }

    @Exposed
    boolean verify(String pin) {
        return card.verify(pin);
    }

    @Exposed
    boolean askForPin(String pin, boolean asks) {
        return card.askForPin(pin, asks);
    }

    @Exposed
    boolean change(String old, String next) {
        return card.change(old, next);
    }

    @Exposed
    boolean unblock(String puk, String next) {
        return card.unblock(puk, next);
    }

    /** Index, name and number of each entry of a storage. */
    @Exposed
    List<List<Object>> entries(int storage) {
        List<List<Object>> all = new ArrayList<>();
        for (Entry entry : card.entries(storage)) {
            all.add(List.of(entry.index(), entry.name(), entry.number()));
        }
        return all;
    }

    @Exposed
    void write(int storage, int index, String name, String number) {
        card.write(storage, new Entry(index, name, number));
    }

    @Exposed
    String selected() {
        return card.selected();
    }

    @Exposed
    void select(String file) {
        card.select(file);
    }
}
