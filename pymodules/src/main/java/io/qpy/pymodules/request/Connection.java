package io.qpy.pymodules.request;

import io.qpy.device.network.Network;
import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.TlsSocket;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/** The one connection of a request, with TLS where the script said https. Any thread may close it. */
final class Connection implements Closeable {
    /** How far a request has come; what a failure means to the script depends on it. */
    enum Stage {
        RESOLVING,
        CONNECTING,
        SECURING,
        TALKING
    }

    private final SocketFactory sockets;
    private final Target target;
    private volatile Stage stage = Stage.RESOLVING;
    private DeviceTls tls;
    private Socket wire;
    private Socket top;
    private AnswerInput input;
    private boolean closed;

    Connection(Network network, Target target) {
        this(network.socketFactory(target.millis()), target);
    }

    Connection(SocketFactory sockets, Target target) {
        this.sockets = sockets;
        this.target = target;
    }

    void secureWith(DeviceTls value) {
        tls = value;
    }

    Stage stage() {
        return stage;
    }

    /** Connects; each step may take as long as the target says. */
    void open(InetAddress address) throws IOException {
        stage = Stage.CONNECTING;
        Socket socket = created();
        socket.connect(new InetSocketAddress(address, target.port()), target.millis());
        socket.setSoTimeout(target.millis());
        top = tls == null ? socket : secured(socket);
        stage = Stage.TALKING;
        input = new AnswerInput(top.getInputStream());
    }

    private synchronized Socket created() throws IOException {
        if (closed) {
            throw new SocketException("the script has given the request up");
        }
        wire = sockets.createSocket();
        return wire;
    }

    private Socket secured(Socket socket) throws IOException {
        stage = Stage.SECURING;
        TlsSocket secure = tls.over(socket, target.host(), target.port());
        secure.startHandshake();
        return secure;
    }

    /** Sends a request and returns the answer's head. A server may answer, and close, before it has read the whole request. */
    AnswerHead exchange(byte[] request) throws IOException {
        IOException unsent = null;
        try {
            top.getOutputStream().write(request, 0, request.length);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            unsent = e;
        }
        try {
            return input.head();
        } catch (IOException e) {
            if (unsent == null) {
                throw e;
            }
            unsent.addSuppressed(e);
            throw unsent;
        }
    }

    /** What comes after the answer's head. */
    AnswerInput input() {
        return input;
    }

    /** How long each further read waits, 0 for ever. */
    synchronized void timeout(int millis) throws IOException {
        if (!closed) {
            wire.setSoTimeout(millis);
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Closes below TLS: a farewell could block on a peer that does not read, and the answer's end is known without. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (wire != null) {
            wire.close();
        }
    }
}
