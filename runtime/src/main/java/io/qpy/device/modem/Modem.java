package io.qpy.device.modem;

import io.qpy.device.Part;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The module's SIM card, its registration with the network and its packet data, as one state. {@code checkNet},
 * {@code net}, {@code sim}, {@code dataCall} and {@link Network} all ask it.
 */
public final class Modem implements Part {
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
     * @param pdp whether a packet data context is up
     * @param csq signal quality, 0 to 31, or 99 for unknown
     */
    public record State(int sim, int registration, boolean pdp, int csq) {
        public static final int SIM_READY = 1;
        public static final int PIN_WANTED = 2;
        public static final int PUK_WANTED = 3;
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

    /** Is told each change, on the thread that made it, after it was made. */
    @FunctionalInterface
    public interface Listener {
        void changed(Moment before, Moment after);
    }

    /**
     * All of the modem at one moment.
     *
     * @param function 0 off, 1 full, 4 radio off ({@code net.getModemFun})
     * @param contexts the profiles whose packet data is up, 1 to 7
     */
    public record Moment(State state, int function, Set<Integer> contexts) {}

    /** What {@code net.setModemFun} sets: only with 1 does the radio work. */
    public static final int FULL_FUNCTION = 1;

    private static final int NOTHING = 0;
    private static final int UNKNOWN_SIGNAL = 99;

    private final Identity identity;
    private final Set<Integer> contexts = new TreeSet<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private State surroundings;
    private int function = FULL_FUNCTION;
    private int functionAtStart = FULL_FUNCTION;

    /** A modem at full function; where the state has packet data, profile 1 is up. */
    public Modem(Identity identity, State state) {
        this.identity = identity;
        surround(state);
    }

    public Identity identity() {
        return identity;
    }

    public State state() {
        return moment().state();
    }

    public synchronized Moment moment() {
        boolean full = function == FULL_FUNCTION;
        boolean registered = full && surroundings.registered();
        return new Moment(full ? surrounded() : radioOff(), function, registered ? Set.copyOf(contexts) : Set.of());
    }

    /** What the world around the module was last {@linkplain #enter set} to, whatever a script has made of it. */
    public synchronized State surroundings() {
        return surroundings;
    }

    private State surrounded() {
        return new State(surroundings.sim(), surroundings.registration(), !contexts.isEmpty(), surroundings.csq());
    }

    private State radioOff() {
        int sim = function == NOTHING ? NOTHING : surroundings.sim();
        return new State(sim, NOTHING, false, UNKNOWN_SIGNAL);
    }

    /** Moves card, registration, signal and packet data to another state, as the world around the module does. */
    public void enter(State next) {
        change(() -> surround(next));
    }

    private void surround(State next) {
        surroundings = next;
        if (!next.pdp()) {
            contexts.clear();
        } else if (contexts.isEmpty()) {
            contexts.add(1);
        }
    }

    /** Makes the card ready, as its PIN does. */
    public void unlockSim() {
        lockSim(State.SIM_READY);
    }

    /** Has the card wait for a code, or be ready. */
    void lockSim(int status) {
        change(() ->
                surroundings = new State(status, surroundings.registration(), surroundings.pdp(), surroundings.csq()));
    }

    /** Switches the radio: 0 off, 1 full, 4 flight mode. What was up before is up again at full function. */
    public void setFunction(int newFunction) {
        change(() -> function = newFunction);
    }

    /** What the radio is switched to when the module starts the next time: 0, 1 or 4. After that it is 1 again. */
    public synchronized void setFunctionAtStart(int newFunction) {
        functionAtStart = newFunction;
    }

    /** The module starts again: at full function, with the packet data of these profiles where there is any. */
    void start(Set<Integer> profiles) {
        change(() -> {
            function = functionAtStart;
            functionAtStart = FULL_FUNCTION;
            contexts.clear();
            if (surroundings.pdp()) {
                contexts.addAll(profiles);
            }
        });
    }

    @Override
    public synchronized Runnable snapshot() {
        State saved = surroundings;
        int savedFunction = function;
        Set<Integer> savedContexts = Set.copyOf(contexts);
        return () -> change(() -> {
            surroundings = saved;
            function = savedFunction;
            functionAtStart = FULL_FUNCTION;
            contexts.clear();
            contexts.addAll(savedContexts);
        });
    }

    /** Brings a profile's packet data up; false where the module is not registered. */
    public boolean activate(int profile) {
        if (!state().registered()) {
            return false;
        }
        change(() -> contexts.add(profile));
        return true;
    }

    public void deactivate(int profile) {
        change(() -> contexts.remove(profile));
    }

    private void change(Runnable step) {
        Moment before;
        Moment after;
        synchronized (this) {
            before = moment();
            step.run();
            after = moment();
        }
        if (!before.equals(after)) {
            listeners.forEach(listener -> listener.changed(before, after));
        }
    }

    /** Adds a listener, for instance of {@code dataCall.setCallback}'s host. */
    public void onChange(Listener listener) {
        listeners.add(listener);
    }
}
