package io.qpy.firmware.usocket;

import io.qpy.device.network.LocalPorts;
import io.qpy.device.network.Network;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** The TCP port to which a script has bound its socket: among the device's sockets, and on this PC. At first, any. */
final class BoundPort {
    private final Network network;
    private int number;
    private LocalPorts.Claim claim; // null while no port was asked for
    private SocketChannel reservation; // of this PC's port, until it is listened on or connected from

    BoundPort(Network network) {
        this.network = network;
    }

    /** The port of a client that was accepted here: the same. */
    BoundPort accepted() {
        BoundPort same = new BoundPort(network);
        same.claim = claim == null ? null : claim.accepted();
        return same;
    }

    /** Takes a port; 0 for any. */
    void bind(int port, boolean reuses) throws IOException {
        release();
        number = port;
        try {
            claim = port == 0 ? null : network.ports().claim(port, reuses);
            reservation = claim == null || claim.isShared()
                    ? null
                    : network.channels().reserve(port);
        } catch (IOException e) {
            release();
            throw e;
        }
    }

    /** 0 for any. */
    int number() {
        return number;
    }

    /** It is about to be connected from. */
    void connect() {
        SocketFailure.closeAnyway(reservation);
    }

    /** It is about to be listened on. */
    void listen() throws IOException {
        if (claim != null) {
            claim.listen();
        }
        SocketFailure.closeAnyway(reservation);
    }

    boolean isClaimed() {
        return claim != null;
    }

    /** The device has ended its connection first: the port stays taken for a while. */
    void linger() {
        claim.linger();
        claim = null;
    }

    void release() {
        SocketFailure.closeAnyway(reservation);
        reservation = null;
        if (claim != null) {
            claim.close();
            claim = null;
        }
    }
}
