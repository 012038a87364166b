package io.qpy.device.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the two ends tell of one connection, and whom it wakes; the channels are bound, and never connected. */
class LinesTest {
    private final Changes changes = new Changes();
    private final Traffic traffic = new Traffic();
    private final Lines lines = new Lines(changes, traffic);
    private SocketChannel client;
    private ServerSocketChannel server;
    private Selector selector;
    private int clientPort;
    private InetSocketAddress serverAddress;

    @BeforeEach
    void bind() throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        client = SocketChannel.open().bind(any);
        server = ServerSocketChannel.open().bind(any);
        selector = Selector.open();
        clientPort = ((InetSocketAddress) client.getLocalAddress()).getPort();
        serverAddress = (InetSocketAddress) server.getLocalAddress();
    }

    @AfterEach
    void close() throws IOException {
        selector.close();
        client.close();
        server.close();
    }

    private boolean wakes(List<Predicate<Traffic>> wakers) {
        return wakers.stream().anyMatch(waker -> waker.test(traffic));
    }

    @Test
    void aPeerThatNobodyWatchesIsForeignUntilItsLineIsClosed() throws IOException {
        Line line = lines.client(client, serverAddress);
        assertTrue(traffic.hasForeign());
        line.close();
        line.close();
        assertFalse(traffic.hasForeign());
    }

    @Test
    void aWatchedServerIsOccupiedByWhatItHasNotReadYet() throws IOException {
        lines.listening(serverAddress.getPort());
        Line line = lines.client(client, serverAddress);
        lines.accepted(clientPort, serverAddress.getPort());
        assertFalse(traffic.occupiesServers());
        line.sent(7);
        assertTrue(traffic.occupiesServers());
        lines.received(clientPort, serverAddress.getPort(), 7);
        assertFalse(traffic.occupiesServers());
    }

    @Test
    void anAnswerWakesTheThreadThatSelectsForReading() throws IOException {
        lines.listening(serverAddress.getPort());
        Line line = lines.client(client, serverAddress);
        lines.accepted(clientPort, serverAddress.getPort());
        client.configureBlocking(false);
        SelectionKey key = client.register(selector, SelectionKey.OP_READ);
        List<Predicate<Traffic>> reading = lines.wakers(selector);
        assertFalse(wakes(reading));
        lines.sent(clientPort, serverAddress.getPort(), 3);
        assertTrue(wakes(reading));
        key.interestOps(SelectionKey.OP_WRITE);
        assertEquals(List.of(), lines.wakers(selector));
        line.received(3);
        assertFalse(wakes(reading));
    }

    @Test
    void aConnectionToTheScriptsOwnPortWakesTheThreadThatAccepts() throws IOException {
        lines.own(serverAddress.getPort());
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        List<Predicate<Traffic>> accepting = lines.wakers(selector);
        assertFalse(wakes(accepting));
        Line line = lines.client(client, serverAddress);
        assertTrue(wakes(accepting));
        line.abandon();
        assertFalse(wakes(accepting));
    }

    @Test
    void whatIsToldOfAClientThatIsNotTheDeviceDoesNotCount() {
        lines.listening(serverAddress.getPort());
        lines.sent(clientPort, serverAddress.getPort(), 3);
        lines.closed(clientPort, serverAddress.getPort());
        assertFalse(traffic.occupiesServers());
    }

    @Test
    void eachReportIsAChange() throws IOException {
        lines.listening(serverAddress.getPort());
        Line line = lines.client(client, serverAddress);
        long before = changes.count();
        line.sent(1);
        assertEquals(before + 1, changes.count());
    }
}
