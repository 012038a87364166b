package io.qpy.wiring.peer;

import io.qpy.device.board.BusPart;
import io.qpy.wiring.peer.PeerCall.Want;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A peer's end of a bus. Its calls wait for the peer, in whose queue they keep their order. */
abstract class BusEnd implements BusPart {
    private final PythonPeer peer;
    private final Consumer<String> person;

    BusEnd(PythonPeer peer, Consumer<String> person) {
        this.peer = peer;
        this.person = person;
    }

    @Override
    public final String kind() {
        return "peer";
    }

    @Override
    public final <T> T alone(Supplier<T> call) {
        return call.get();
    }

    /** A test sets an attribute of the peer's object. */
    @Override
    public final void set(String name, double value) {
        AtomicReference<String> wrong = new AtomicReference<>();
        Object done = ask(new PeerCall(name, Want.ATTRIBUTE, List.of(value), wrong::set));
        if (done == null) {
            String why = wrong.get();
            throw new IllegalArgumentException(why == null ? "it does not run" : why);
        }
    }

    final PeerCall call(String method, Want want, Object... arguments) {
        return new PeerCall(method, want, List.of(arguments), person);
    }

    final void tell(String method) {
        peer.tell(call(method, Want.TOLD));
    }

    final Object ask(PeerCall call) {
        return peer.ask(call, call);
    }

    /** Asks in the middle of other calls. */
    final Object ask(PeerCall before, PeerCall asked, PeerCall after) {
        return peer.ask(asked, before, asked, after);
    }

    final boolean isGranted(PeerCall call) {
        return Boolean.TRUE.equals(ask(call));
    }
}
