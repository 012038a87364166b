package io.qpy.wiring.peer;

import io.qpy.device.board.I2cDevice;
import io.qpy.wiring.peer.PeerCall.Want;
import java.util.function.Consumer;

/** A peer's end of an I2C bus. Where it fails it does not acknowledge. */
final class I2cEnd extends BusEnd implements I2cDevice {
    I2cEnd(PythonPeer peer, Consumer<String> person) {
        super(peer, person);
    }

    @Override
    public boolean write(byte[] bytes) {
        return isGranted(call("write", Want.TRUTH, (Object) bytes));
    }

    @Override
    public byte[] read(int count) {
        return (byte[]) ask(call("read", Want.BYTES, count));
    }
}
