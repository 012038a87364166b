package io.qpy.device.network;

import io.qpy.device.time.Time;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;

/**
 * The TCP ports that the device's own sockets have, as lwIP's {@code tcp_bind} asks them: a port is given twice only to
 * sockets that both were told {@code SO_REUSEADDR}, and one listener has it alone. A connection that the device ended
 * keeps its port for two minutes (TIME_WAIT, twice lwIP's TCP_MSL), in which only SO_REUSEADDR binds it.
 */
public final class LocalPorts {
    private static final long TIME_WAIT = Time.seconds(120);

    private final Time time;
    private final List<Claim> claims = new ArrayList<>();

    LocalPorts(Time time) {
        this.time = time;
    }

    /** One socket's hold on a port. */
    public final class Claim implements AutoCloseable {
        private final int port;
        private final boolean reuses;
        private final boolean shared;
        private boolean listens;
        private long end = Time.FOR_EVER;

        private Claim(int port, boolean reuses, boolean shared) {
            this.port = port;
            this.reuses = reuses;
            this.shared = shared;
        }

        /** Whether another socket had the port already. */
        public boolean isShared() {
            return shared;
        }

        /** The port is listened on. */
        public void listen() throws BindException {
            synchronized (claims) {
                if (claims.stream().anyMatch(each -> each != this && each.port == port && each.listens)) {
                    throw inUse(port);
                }
                listens = true;
            }
        }

        /** A connection that the listener has accepted: it has the same port. */
        public Claim accepted() {
            return add(new Claim(port, reuses, true));
        }

        /** The device has ended the connection first. */
        public void linger() {
            end = time.in(TIME_WAIT);
        }

        @Override
        public void close() {
            synchronized (claims) {
                claims.remove(this);
            }
        }

        private boolean isInWayOf(int wanted, boolean reusing) {
            boolean waits = end != Time.FOR_EVER;
            return port == wanted && !(reusing && (waits || reuses)) && time.nanos() < end;
        }
    }

    /**
     * Takes a port.
     *
     * @throws BindException when another socket has it; its text has "in use", as this PC's own has
     */
    public Claim claim(int port, boolean reuses) throws BindException {
        synchronized (claims) {
            claims.removeIf(each -> each.end <= time.nanos());
            if (claims.stream().anyMatch(each -> each.isInWayOf(port, reuses))) {
                throw inUse(port);
            }
            boolean shared = claims.stream().anyMatch(each -> each.port == port);
            return add(new Claim(port, reuses, shared));
        }
    }

    private Claim add(Claim claim) {
        synchronized (claims) {
            claims.add(claim);
            return claim;
        }
    }

    private static BindException inUse(int port) {
        return new BindException("port " + port + " is in use by another socket of the script's");
    }

    /** The device is switched off, and so forgets the connections that it has ended. */
    void clear() {
        synchronized (claims) {
            claims.removeIf(each -> each.end != Time.FOR_EVER);
        }
    }
}
