package io.qpy.wiring.peer;

import io.qpy.device.board.WireDevice;
import io.qpy.wiring.peer.PeerCall.Want;
import java.util.function.Consumer;

/** A peer's end of a one-wire line. Where it fails it is not there. */
final class WireEnd extends BusEnd implements WireDevice {
    WireEnd(PythonPeer peer, Consumer<String> person) {
        super(peer, person);
    }

    @Override
    public boolean begin() {
        return isGranted(call("reset", Want.TRUTH));
    }

    @Override
    public void write(byte[] bytes) {
        boolean ignored = isGranted(call("write", Want.TRUTH, (Object) bytes));
    }

    @Override
    public byte[] read(int count) {
        return (byte[]) ask(call("read", Want.BYTES, count));
    }
}
