package io.qpy.wiring.peer;

import io.qpy.device.board.UartPeer;
import io.qpy.device.board.UartSettings;
import java.util.List;

/** A peer's end of a serial port. It begins when the script opens the port. */
final class UartEnd implements UartPeer {
    private final PythonPeer peer;

    UartEnd(PythonPeer peer) {
        this.peer = peer;
    }

    @Override
    public String shown() {
        return peer.toString();
    }

    @Override
    public void configure(UartSettings settings) {
        PeerRun ignored = peer.begin();
    }

    @Override
    public void take(byte[] sent) {
        peer.tell(new PeerCall("received", PeerCall.Want.NOTHING, List.of(sent), peer::tell));
    }

    @Override
    public void renew() {
        peer.renew();
    }

    @Override
    public void close() {
        renew();
    }
}
