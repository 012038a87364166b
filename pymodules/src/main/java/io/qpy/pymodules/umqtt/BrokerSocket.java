package io.qpy.pymodules.umqtt;

import io.qpy.device.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import javax.net.SocketFactory;

/**
 * The socket that Paho talks through. It keeps four of Paho 1.2.5's habits from doing harm:
 *
 * <ul>
 *   <li>Paho starts its reader before its writer, and waits for ever for a reader that has already ended because the
 *       broker closed. So nothing is read before CONNECT is written.
 *   <li>Paho reads with a time-out of one second and forgets a packet's first byte when the time-out comes after it.
 *       So there is no time-out; closing ends a read.
 *   <li>Paho waits on for a CONNACK whatever else it reads. So {@link BrokerInput} looks at the answer to CONNECT.
 *   <li>Paho drops what it has read and not yet delivered when the broker closes. So the end is held back till then.
 * </ul>
 */
final class BrokerSocket extends Socket {
    /** Puts TLS over a connected socket, and has it done. */
    interface Wrapping {
        Socket wrap(Socket connected) throws IOException;
    }

    private final SocketFactory sockets;
    private final Time time;
    private final Wrapping wrapping;
    private final Publications publications;
    private final Semaphore delivered = new Semaphore(0);
    private final CompletableFuture<Void> spoken = new CompletableFuture<>();
    private Socket tcp;
    private Socket wrapped;
    private BrokerOutput output;
    private boolean closed;

    BrokerSocket(SocketFactory sockets, Time time, Wrapping wrapping, Publications publications) {
        this.sockets = sockets;
        this.time = time;
        this.wrapping = wrapping;
        this.publications = publications;
    }

    /** The CONNACK, or a message of QoS 0 or 1, has left Paho. */
    void delivered() {
        delivered.release();
    }

    @Override
    public void connect(SocketAddress target, int timeoutMillis) throws IOException {
        Socket connecting = create();
        connecting.connect(target, timeoutMillis);
        connecting.setTcpNoDelay(true);
        Socket ready = wrapping.wrap(connecting);
        synchronized (this) {
            wrapped = ready;
            output = new BrokerOutput(ready.getOutputStream(), time, spoken);
        }
    }

    private synchronized Socket create() throws IOException {
        if (closed) {
            throw new SocketException("closed by the script");
        }
        tcp = sockets.createSocket();
        return tcp;
    }

    @Override
    public void setSoTimeout(int millis) {
        // No time-out: see above.
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        return new BrokerInput(wrapped.getInputStream(), time, spoken, delivered, publications);
    }

    @Override
    public synchronized BrokerOutput getOutputStream() {
        return output;
    }

    /** Closes the TCP socket under TLS, which does not wait for a handshake or for a write that is stuck. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        spoken.complete(null);
        if (tcp != null) {
            tcp.close();
        }
    }
}
