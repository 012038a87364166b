package io.qpy.device.flash;

import io.qpy.device.Part;
import java.util.function.IntConsumer;

/** The SD card and the memories that are connected to the module, which scripts mount. */
public final class Media implements Part {
    /** An SD card or a memory, and the SPI port that it is at. */
    private record Connected(Medium medium, Integer port) {
        /** The medium for a script that reaches for a port; null for another, or where it was taken out. */
        Medium at(int asked) {
            return medium.isPresent() && (port == null || port == asked) ? medium : null;
        }
    }

    /** Stands for the slot of an SD card that has pins of its own. */
    public static final int SLOT = -1;

    private Connected card;
    private Connected external;
    private Medium nand;
    private IntConsumer listener;
    private boolean detects;

    /**
     * Connects an SD card.
     *
     * @param port the SPI port; null for each, and the slot
     */
    public synchronized void connectCard(Medium medium, Integer port) {
        card = new Connected(medium, port);
    }

    /** Connects a flash memory at an SPI port, or, for null, at each. */
    public synchronized void connectExternal(Medium medium, Integer port) {
        external = new Connected(medium, port);
    }

    public synchronized void connectNand(Medium medium) {
        nand = medium;
    }

    /** The SD card at an SPI port, or in the {@link #SLOT}; null for none. */
    public synchronized Medium card(int port) {
        return card == null ? null : card.at(port);
    }

    /** The flash memory at an SPI port; null for none. */
    public synchronized Medium external(int port) {
        return external == null ? null : external.at(port);
    }

    /** The NAND flash memory; null for none. */
    public synchronized Medium nand() {
        return nand;
    }

    /** Whether there is a card that can be put in and taken out. */
    public synchronized boolean hasCard() {
        return card != null;
    }

    public synchronized boolean isCardIn() {
        return card != null && card.medium().isPresent();
    }

    /** Puts the card in, or takes it out; tells the script, if a pin tells it. */
    public void putCard(boolean in) {
        IntConsumer told;
        synchronized (this) {
            boolean same = card.medium().isPresent() == in;
            card.medium().setPresent(in);
            told = same || !detects ? null : listener;
        }
        if (told != null) {
            told.accept(in ? 1 : 0);
        }
    }

    /** The script has named the pin that tells of the card. */
    public synchronized void detect() {
        detects = true;
    }

    /** Is told 1 when the card is put in, and 0 when it is taken out; must not block. */
    public synchronized void listen(IntConsumer value) {
        listener = value;
    }

    @Override
    public synchronized void reset() {
        listener = null;
        detects = false;
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public synchronized Runnable snapshot() {
        boolean wasIn = isCardIn();
        IntConsumer savedListener = listener;
        boolean detected = detects;
        return () -> {
            synchronized (this) {
                if (card != null) {
                    card.medium().setPresent(wasIn);
                }
                listener = savedListener;
                detects = detected;
            }
        };
    }
}
