package io.qpy.pymodules.request;

import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.TlsSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;

/**
 * The one connection of a request, below OkHttp: a socket of the device's, TLS over it where the script said https,
 * and the script's head in place of OkHttp's, in both directions. OkHttp itself sees a plain connection and answers with
 * status 200. Any thread may close it.
 */
final class WireSocket extends Socket {
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
    private byte[] requestHead;
    private boolean bodyless;
    private volatile HeadInput input;
    private Socket wire;
    private Socket top;
    private boolean closed;

    WireSocket(SocketFactory sockets, Target target) {
        this.sockets = sockets;
        this.target = target;
    }

    void secureWith(DeviceTls value) {
        tls = value;
    }

    /**
     * What is sent.
     *
     * @param answerHasNone whether no body follows in return
     */
    void request(byte[] head, boolean answerHasNone) {
        requestHead = head;
        bodyless = answerHasNone;
    }

    /** The answer's own head, once there is one. */
    AnswerHead answer() {
        return input.head();
    }

    Stage stage() {
        return stage;
    }

    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        stage = Stage.CONNECTING;
        Socket socket = open();
        socket.connect(address, timeoutMillis);
        socket.setSoTimeout(timeoutMillis);
        top = tls == null ? socket : secured(socket);
        stage = Stage.TALKING;
    }

    private synchronized Socket open() throws IOException {
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

    @Override
    public InputStream getInputStream() throws IOException {
        input = new HeadInput(top.getInputStream(), bodyless);
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new HeadOutput(top.getOutputStream(), requestHead);
    }

    /** The script's timeout holds from {@link #connect} on. */
    @Override
    public void setSoTimeout(int millis) {}

    /** How long each further read waits, 0 for ever. */
    synchronized void timeout(int millis) throws IOException {
        if (!closed) {
            wire.setSoTimeout(millis);
        }
    }

    @Override
    public synchronized boolean isClosed() {
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
