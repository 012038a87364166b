package io.qpy.device.network;

import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Looks hosts up for a device thread, where Ctrl-C wakes it. The PC's resolver answers to no interrupt, so it works on a
 * thread of its own; a look-up that nobody waits for any more comes to its own end.
 */
public final class Resolver {
    private final Network network;
    private final Time time;
    private final Waits waits;

    public Resolver(Network network, Time time, Waits waits) {
        this.network = network;
        this.time = time;
        this.waits = waits;
    }

    /** As {@link Network#resolve}. */
    public InetAddress resolve(String host) throws IOException {
        InetAddress known = network.known(host);
        return known == null ? lookedUp(host) : known;
    }

    private InetAddress lookedUp(String host) throws IOException {
        CompletableFuture<InetAddress> result = new CompletableFuture<>();
        int place = time.expect();
        Thread thread = new Thread(() -> lookUp(host, result, place), "qpy-names");
        thread.setDaemon(true);
        thread.start();
        try {
            return waits.result(result, Time.FOR_EVER);
        } catch (ExecutionException e) {
            throw (IOException) e.getCause();
        } catch (TimeoutException e) {
            throw new IllegalStateException("for ever is over", e);
        }
    }

    private void lookUp(String host, CompletableFuture<InetAddress> result, int place) {
        try {
            result.complete(Network.lookUp(host));
        } catch (IOException e) {
            result.completeExceptionally(e);
        } finally {
            time.met(place);
        }
    }
}
