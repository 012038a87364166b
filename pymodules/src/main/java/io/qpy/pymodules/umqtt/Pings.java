package io.qpy.pymodules.umqtt;

import io.qpy.device.time.Time;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * Sends a PINGREQ when for the keepalive time nothing was sent, or nothing has come. The connection is lost if for as long
 * again nothing comes.
 */
final class Pings implements Runnable {
    private final Connection connection;
    private final Time time;
    private final long keepalive;

    /** @param keepalive in nanoseconds */
    Pings(Connection connection, Time time, long keepalive) {
        this.connection = connection;
        this.time = time;
        this.keepalive = keepalive;
    }

    @Override
    public void run() {
        try {
            while (true) {
                awaitSilence();
                ping();
            }
        } catch (InterruptedException e) {
            // The connection has ended.
        } catch (IOException | TimeoutException e) {
            connection.fail(e);
        }
    }

    private void awaitSilence() throws InterruptedException {
        for (long left = left(); left > 0; left = left()) {
            time.sleep(left);
        }
    }

    private long left() {
        return Math.min(connection.lastSent(), connection.lastReceived()) + keepalive - time.nanos();
    }

    private void ping() throws IOException, InterruptedException, TimeoutException {
        long before = connection.lastReceived();
        connection.ping();
        time.sleep(keepalive);
        if (connection.lastReceived() == before) {
            throw new TimeoutException("no PINGRESP");
        }
    }
}
