package io.qpy.device;

import java.util.function.Consumer;

/**
 * The module's SIM card, its registration with the network and its packet data, as one state. {@code checkNet},
 * {@code net}, {@code sim}, {@code dataCall} and {@link Network} all ask it.
 */
public final class Modem {
    /** What the module says of itself and of its network. */
    public record Identity(
            String model, String firmware, String imei, String serialNumber, String imsi, String iccid, String number) {
        /** The sample values of the vendor's own pages (facts.md 10.7, 10.9). */
        public static final Identity SAMPLE = new Identity(
                "EC600S",
                "EC600SCNLAR01A01M08_OCPU_PY",
                "866327040830317",
                "D1Q20GM050038341P",
                "460105466870381",
                "89860390845513443049",
                "+8618166328752");
    }

    /**
     * One moment of the radio.
     *
     * @param sim SIM status, 0 absent, 1 ready … 21 unknown (facts.md 10.7)
     * @param registration 0 not registered, 1 home, 2 searching, 3 denied … 11; -1 when the module cannot tell
     * @param pdp whether the first packet data context is up
     * @param csq signal quality, 0 to 31, or 99 for unknown
     */
    public record State(int sim, int registration, boolean pdp, int csq) {
        public static final int SIM_READY = 1;
        public static final int REGISTERED_HOME = 1;
        public static final int REGISTERED_ROAMING = 5;

        /** A card, registered at home, with packet data and a good signal. */
        public static final State ONLINE = new State(SIM_READY, REGISTERED_HOME, true, 31);

        /** No card, and so nothing else. */
        public static final State NO_SIM = new State(0, 0, false, 99);

        public boolean registered() {
            return sim == SIM_READY && (registration == REGISTERED_HOME || registration == REGISTERED_ROAMING);
        }

        /** Whether packets can pass. */
        public boolean online() {
            return registered() && pdp;
        }

        /** What keeps packets from passing, for a person. */
        public String obstacle() {
            if (sim != SIM_READY) {
                return "the SIM card is not ready (sim.getStatus() is " + sim + ")";
            }
            return registered()
                    ? "packet data is not active (dataCall)"
                    : "the module is not registered (net.getState() is " + registration + ")";
        }
    }

    private final Identity identity;
    private State state;
    private Consumer<State> listener = changed -> {};

    public Modem(Identity identity, State state) {
        this.identity = identity;
        this.state = state;
    }

    public Identity identity() {
        return identity;
    }

    public synchronized State state() {
        return state;
    }

    /** Moves the radio to another state and tells the listener. */
    public void enter(State next) {
        Consumer<State> told;
        synchronized (this) {
            state = next;
            told = listener;
        }
        told.accept(next);
    }

    /** The one listener, for instance {@code dataCall.setCallback}'s host; it runs on the thread that changed the state. */
    public synchronized void onChange(Consumer<State> newListener) {
        listener = newListener;
    }
}
