package io.qpy.device.time;

import io.qpy.device.time.Traffic.Connection;
import io.qpy.device.time.Traffic.Route;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Both ends of the connections that virtual time counts. Each change is made in the monitor of virtual time. */
final class Lines implements ServerEnds {
    private final Changes changes;
    private final Traffic traffic;
    private final Map<SelectableChannel, List<Predicate<Traffic>>> wakers = new WeakHashMap<>();

    Lines(Changes changes, Traffic traffic) {
        this.changes = changes;
        this.traffic = traffic;
    }

    private void change(Runnable step) {
        synchronized (changes) {
            step.run();
            changes.tell();
        }
    }

    private static int port(SelectableChannel channel) throws IOException {
        return ((InetSocketAddress) ((NetworkChannel) channel).getLocalAddress()).getPort();
    }

    /** What may wake a thread that selects. */
    List<Predicate<Traffic>> wakers(Selector selector) throws IOException {
        List<Predicate<Traffic>> all = new ArrayList<>();
        synchronized (changes) {
            for (SelectionKey key : selector.keys()) {
                int interest = key.isValid() ? key.interestOps() : 0;
                if ((interest & SelectionKey.OP_READ) != 0) {
                    all.addAll(wakers.getOrDefault(key.channel(), List.of()));
                }
                if ((interest & SelectionKey.OP_CONNECT) != 0) {
                    all.add(here -> true); // on this PC the answer comes at once
                }
                if ((interest & SelectionKey.OP_ACCEPT) != 0) {
                    int port = port(key.channel());
                    all.add(here -> here.knocksAt(port));
                }
            }
        }
        return all;
    }

    void own(int port) {
        change(() -> traffic.own(port));
    }

    Line client(SelectableChannel channel, InetSocketAddress peer) throws IOException {
        Route route = new Route(channel instanceof DatagramChannel, port(channel), peer.getPort());
        synchronized (changes) {
            if (!peer.getAddress().isLoopbackAddress() || traffic.isForeign(peer.getPort())) {
                return foreign();
            }
            Connection connection = traffic.open(route);
            changes.tell();
            wakersOf(channel).add(any -> connection.wakesClient());
            return new ClientLine(connection);
        }
    }

    Line server(SelectableChannel channel, InetSocketAddress peer) throws IOException {
        Route route = new Route(false, peer.getPort(), port(channel));
        synchronized (changes) {
            Connection connection = traffic.find(route).orElse(null);
            if (connection == null) {
                return foreign();
            }
            connection.accept();
            changes.tell();
            wakersOf(channel).add(any -> connection.wakesServer());
            return new ServerLine(connection);
        }
    }

    Line foreign() {
        change(traffic::openForeign);
        return new ForeignLine();
    }

    private List<Predicate<Traffic>> wakersOf(SelectableChannel channel) {
        return wakers.computeIfAbsent(channel, each -> new ArrayList<>());
    }

    private final class ClientLine implements Line {
        private final Connection connection;

        ClientLine(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void sent(int bytes) {
            change(() -> connection.toServer(bytes));
        }

        @Override
        public void received(int bytes) {
            if (bytes < 0) {
                change(connection::clientSawEnd);
            } else {
                change(() -> connection.toClient(-bytes));
            }
        }

        @Override
        public void close() {
            change(() -> traffic.clientGone(connection));
        }

        @Override
        public void abandon() {
            change(() -> traffic.forget(connection));
        }
    }

    private final class ServerLine implements Line {
        private final Connection connection;

        ServerLine(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void sent(int bytes) {
            change(() -> connection.toClient(bytes));
        }

        @Override
        public void received(int bytes) {
            if (bytes < 0) {
                change(connection::serverSawEnd);
            } else {
                change(() -> connection.toServer(-bytes));
            }
        }

        @Override
        public void close() {
            change(() -> traffic.serverGone(connection));
        }

        @Override
        public void abandon() {
            close();
        }
    }

    private final class ForeignLine implements Line {
        private boolean open = true;

        @Override
        public void sent(int bytes) {}

        @Override
        public void received(int bytes) {}

        @Override
        public void close() {
            change(() -> {
                if (open) {
                    open = false;
                    traffic.closeForeign();
                }
            });
        }

        @Override
        public void abandon() {
            close();
        }
    }

    private void find(boolean datagrams, int client, int server, Consumer<Connection> step) {
        change(() -> traffic.find(new Route(datagrams, client, server)).ifPresent(step));
    }

    @Override
    public void listening(int port) {
        change(() -> traffic.watch(port));
    }

    @Override
    public void accepted(int client, int server) {
        find(false, client, server, Connection::accept);
    }

    @Override
    public void received(int client, int server, int bytes) {
        find(false, client, server, connection -> connection.toServer(-bytes));
    }

    @Override
    public void sent(int client, int server, int bytes) {
        find(false, client, server, connection -> connection.toClient(bytes));
    }

    @Override
    public void paused(int client, int server, boolean paused) {
        find(false, client, server, connection -> connection.pauseServer(paused));
    }

    @Override
    public void closed(int client, int server) {
        find(false, client, server, traffic::serverGone);
    }

    @Override
    public void receivedDatagram(int client, int server) {
        find(true, client, server, connection -> connection.toServer(-1));
    }

    @Override
    public void sentDatagram(int client, int server) {
        find(true, client, server, connection -> connection.toClient(1));
    }
}
