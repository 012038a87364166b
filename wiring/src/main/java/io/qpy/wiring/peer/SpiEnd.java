package io.qpy.wiring.peer;

import io.qpy.device.board.SpiDevice;
import io.qpy.wiring.peer.PeerCall.Want;
import java.util.Arrays;
import java.util.function.Consumer;

/** A peer's end of an SPI bus. Where it fails, the line stays high. */
final class SpiEnd extends BusEnd implements SpiDevice {
    private static final byte HIGH = (byte) 0xFF;

    private volatile boolean selected;

    SpiEnd(PythonPeer peer, Consumer<String> person) {
        super(peer, person);
    }

    @Override
    public void select() {
        selected = true;
        tell("selected");
    }

    /** The pin that selects it also goes up when the script first sets it up. */
    @Override
    public void deselect() {
        if (selected) {
            selected = false;
            tell("deselected");
        }
    }

    private PeerCall exchanging(byte[] sent) {
        return call("exchange", Want.BYTES, (Object) sent);
    }

    @Override
    public byte[] exchange(byte[] sent) {
        return received(ask(exchanging(sent)), sent.length);
    }

    @Override
    public byte[] transfer(byte[] sent) {
        Object received = ask(call("selected", Want.TOLD), exchanging(sent), call("deselected", Want.TOLD));
        return received(received, sent.length);
    }

    private static byte[] received(Object bytes, int count) {
        if (bytes != null) {
            return (byte[]) bytes;
        }
        byte[] high = new byte[count];
        Arrays.fill(high, HIGH);
        return high;
    }
}
