package io.qpy.device.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.time.Traffic.Connection;
import io.qpy.device.time.Traffic.Route;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final int SERVER = 1883;
    private static final Route ROUTE = new Route(false, 50000, SERVER);

    private final Traffic traffic = new Traffic();

    private Connection accepted() {
        Connection connection = traffic.open(ROUTE);
        connection.accept();
        return connection;
    }

    @Test
    void knowsWhichPortsAreForeign() {
        assertTrue(traffic.isForeign(SERVER));
        traffic.watch(SERVER);
        traffic.own(8080);
        assertFalse(traffic.isForeign(SERVER));
        assertFalse(traffic.isForeign(8080));
        assertTrue(traffic.isForeign(8081));
    }

    @Test
    void countsForeignConnections() {
        traffic.openForeign();
        traffic.openForeign();
        traffic.closeForeign();
        assertTrue(traffic.hasForeign());
        traffic.closeForeign();
        assertFalse(traffic.hasForeign());
    }

    @Test
    void aServerIsOccupiedUntilItAccepts() {
        Connection connection = traffic.open(ROUTE);
        assertTrue(traffic.occupiesServers());
        connection.accept();
        assertFalse(traffic.occupiesServers());
    }

    @Test
    void aServerIsOccupiedUntilItHasReadAll() {
        Connection connection = accepted();
        connection.toServer(10);
        assertTrue(traffic.occupiesServers());
        connection.toServer(-4);
        assertTrue(traffic.occupiesServers());
        connection.toServer(-6);
        assertFalse(traffic.occupiesServers());
    }

    /** The two ends tell in any order. */
    @Test
    void aReadMayBeToldBeforeItsWrite() {
        Connection connection = accepted();
        connection.toServer(-5);
        assertTrue(connection.wakesServer());
        connection.toServer(5);
        assertFalse(connection.wakesServer());
    }

    @Test
    void aPausedServerIsNotOccupied() {
        Connection connection = accepted();
        connection.toServer(10);
        connection.pauseServer(true);
        assertFalse(traffic.occupiesServers());
        connection.pauseServer(false);
        assertTrue(traffic.occupiesServers());
    }

    @Test
    void bytesForTheDeviceOccupyNoServer() {
        Connection connection = accepted();
        connection.toClient(3);
        assertTrue(connection.wakesClient());
        assertFalse(traffic.occupiesServers());
    }

    @Test
    void eachEndIsWokenByTheOthersUntilItSawIt() {
        Connection connection = accepted();
        traffic.serverGone(connection);
        assertTrue(connection.wakesClient());
        connection.clientSawEnd();
        assertFalse(connection.wakesClient());

        Connection other = accepted();
        traffic.clientGone(other);
        assertTrue(other.wakesServer());
        other.serverSawEnd();
        assertFalse(other.wakesServer());
    }

    @Test
    void forgetsAConnectionWhenBothEndsAreGone() {
        Connection connection = accepted();
        traffic.clientGone(connection);
        assertEquals(Optional.of(connection), traffic.find(ROUTE));
        traffic.serverGone(connection);
        assertEquals(Optional.empty(), traffic.find(ROUTE));
    }

    @Test
    void keepsTheNewConnectionOfARouteThatIsUsedAgain() {
        Connection old = accepted();
        Connection connection = accepted();
        traffic.forget(old);
        assertEquals(Optional.of(connection), traffic.find(ROUTE));
    }

    @Test
    void forgetsDatagramsWithTheirSocket() {
        Route datagrams = new Route(true, 50000, 123);
        Connection connection = traffic.open(datagrams);
        assertFalse(traffic.occupiesServers(), "there is nothing to accept");
        traffic.clientGone(connection);
        assertEquals(Optional.empty(), traffic.find(datagrams));
    }

    /** The device's own threads read what is sent there, so that it would be waited for without end. */
    @Test
    void theScriptsOwnServerDoesNotCount() {
        traffic.own(SERVER);
        Connection connection = traffic.open(ROUTE);
        assertFalse(traffic.occupiesServers());
        assertTrue(traffic.knocksAt(SERVER));
        connection.accept();
        assertFalse(traffic.knocksAt(SERVER));
        connection.toServer(1);
        assertFalse(traffic.occupiesServers());
        assertTrue(connection.wakesServer());
    }
}
