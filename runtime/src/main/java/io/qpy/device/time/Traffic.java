package io.qpy.device.time;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is on its way between the device and the servers that virtual time watches, and between two ends that are both the
 * device's. Any other peer is <em>foreign</em>: nobody knows when it answers.
 *
 * <p>Not thread-safe: {@link Changes} guards it.
 */
final class Traffic {
    /** One connection; ports of this PC, of which the client's is not used twice at a time. */
    record Route(boolean datagrams, int client, int server) {}

    /** What both ends have told of one connection; bytes, or datagrams, not read yet. */
    static final class Connection {
        private final Route route;
        private final boolean ownServer;
        private long toServer;
        private long toClient;
        private boolean accepted;
        private boolean serverPaused;
        private boolean clientGone;
        private boolean serverGone;
        private boolean clientSawEnd;
        private boolean serverSawEnd;

        private Connection(Route route, boolean ownServer) {
            this.route = route;
            this.ownServer = ownServer;
            accepted = route.datagrams();
        }

        void toServer(int bytes) {
            toServer += bytes;
        }

        void toClient(int bytes) {
            toClient += bytes;
        }

        void accept() {
            accepted = true;
        }

        /** The server reads nothing, until it goes on. */
        void pauseServer(boolean paused) {
            serverPaused = paused;
        }

        /** The server has seen the client's end. */
        void serverSawEnd() {
            serverSawEnd = true;
        }

        /** The client has seen the server's end. */
        void clientSawEnd() {
            clientSawEnd = true;
            toClient = 0;
        }

        /** Whether a reader at the client's end will be woken. */
        boolean wakesClient() {
            return toClient != 0 || (serverGone && !clientSawEnd);
        }

        /** Whether a reader at the server's end will be woken. */
        boolean wakesServer() {
            return toServer != 0 || (clientGone && !serverSawEnd);
        }

        private boolean isBusy() {
            return !accepted || wakesServer() || wakesClient();
        }

        @Override
        public String toString() {
            return route + " to server " + toServer + " to client " + toClient + (accepted ? "" : " not accepted")
                    + (clientGone ? " client gone" : "") + (serverGone ? " server gone" : "");
        }

        private boolean occupiesServer() {
            return !ownServer && !serverGone && !serverPaused && (!accepted || wakesServer());
        }
    }

    private final Map<Route, Connection> connections = new HashMap<>();
    private final Set<Integer> watched = new HashSet<>();
    private final Set<Integer> own = new HashSet<>();
    private int foreign;

    /** A port of servers that tell what passes. */
    void watch(int port) {
        watched.add(port);
    }

    /** A port of the script's own. */
    void own(int port) {
        own.add(port);
    }

    boolean isForeign(int port) {
        return !watched.contains(port) && !own.contains(port);
    }

    void openForeign() {
        foreign++;
    }

    void closeForeign() {
        foreign--;
    }

    boolean hasForeign() {
        return foreign > 0;
    }

    /** The device is about to connect. */
    Connection open(Route route) {
        Connection connection = new Connection(route, own.contains(route.server()));
        connections.put(route, connection);
        return connection;
    }

    /** Empty for a client that is not the device. */
    Optional<Connection> find(Route route) {
        return Optional.ofNullable(connections.get(route));
    }

    /** The connection is at its end, or never came about. */
    void forget(Connection connection) {
        connections.remove(connection.route, connection);
    }

    void clientGone(Connection connection) {
        if (connection.serverGone || connection.route.datagrams()) {
            forget(connection);
        }
        connection.clientGone = true;
    }

    void serverGone(Connection connection) {
        if (connection.clientGone) {
            forget(connection);
        }
        connection.serverGone = true;
    }

    /** Whether a watched server has something yet to read, or a connection to accept. */
    boolean occupiesServers() {
        return connections.values().stream().anyMatch(Connection::occupiesServer);
    }

    @Override
    public String toString() {
        return connections.values().stream()
                        .filter(Connection::isBusy)
                        .map(Connection::toString)
                        .toList()
                + (foreign > 0 ? " and foreign" : "");
    }

    /** Whether a connection to a port of the script's waits to be accepted. */
    boolean knocksAt(int port) {
        return connections.values().stream().anyMatch(each -> each.route.server() == port && !each.accepted);
    }
}
