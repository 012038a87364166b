package io.qpy.device.network;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.modem.Modem;
import io.qpy.device.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * The device's only way out: names, TCP and UDP. Client libraries get their sockets and addresses from it.
 *
 * <p>A host of the {@link HostTable} gets an address out of 198.51.100.0/24, which RFC 5737 keeps for documentation;
 * a connection to that address goes to where the table says.
 */
public final class Network implements Part {
    private final HostTable hosts;
    private final Modem modem;
    private final Notices notices;
    private final Time time;
    private final DeviceChannels channels;
    private final Map<String, InetAddress> simulated = new ConcurrentHashMap<>();
    private final Map<InetAddress, String> names = new ConcurrentHashMap<>();
    private final Faults faults = new Faults();

    /**
     * In the order in which they came: a client's session before the sockets that it opens. It is told first that it ends, or it
     * would take its socket's end for a loss, and at times tell the script.
     */
    private final Set<Closeable> open = Collections.synchronizedSet(new LinkedHashSet<>());

    private final LocalPorts ports;

    /** What hangs on packet data. Called on the thread that changed the modem's state; must not block. */
    public interface Link {
        /** Packets pass no longer: connections are over, as lwIP aborts those of an interface that goes. */
        void lost();

        /** Packets pass again. */
        void regained();
    }

    public Network(HostTable hosts, Modem modem, Notices notices, Time time) {
        this.hosts = hosts;
        this.modem = modem;
        this.notices = notices;
        this.time = time;
        this.channels = new DeviceChannels(this, notices);
        this.ports = new LocalPorts(time);
    }

    /** Tells the open connections of the modem's changes. */
    public void follow() {
        modem.onChange(this::changed);
    }

    private void changed(Modem.Moment before, Modem.Moment after) {
        boolean lost = before.state().online() && !keeps(before, after);
        boolean regained = after.state().online() && !keeps(after, before);
        for (Closeable each : opened()) {
            if (lost && each instanceof Link link) {
                link.lost();
            }
            if (regained && each instanceof Link link) {
                link.regained();
            }
        }
    }

    /** Whether the profile that connections use, the first that is up, is up at the other moment too. */
    private static boolean keeps(Modem.Moment moment, Modem.Moment other) {
        return other.state().online()
                && moment.contexts().stream()
                        .min(Integer::compare)
                        .filter(other.contexts()::contains)
                        .isPresent();
    }

    /** Whether packets can pass. */
    public boolean isOnline() {
        return modem.state().online();
    }

    /** The TCP ports of the device's own sockets. */
    public LocalPorts ports() {
        return ports;
    }

    /**
     * The address of a host, as the device sees it.
     *
     * @throws UnknownHostException with a reason for the person at the PC
     */
    public InetAddress resolve(String host) throws IOException {
        InetAddress known = known(host);
        return known == null ? lookUp(host) : known;
    }

    /** The address of a host for which nobody has to be asked; null for another. */
    InetAddress known(String host) throws IOException {
        requireRadio();
        faults.requireKnown(host);
        if (hosts.find(host).isPresent()) {
            return simulated.computeIfAbsent(host, this::allot);
        }
        if (isLiteral(host)) {
            return lookUp(host);
        }
        if (!hosts.reachesOthers()) {
            throw new UnknownHostException("'" + host + "' is not looked up: the network is off (--net off)");
        }
        return null;
    }

    /** Asks this PC. */
    static InetAddress lookUp(String host) throws UnknownHostException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            UnknownHostException reason = new UnknownHostException(
                    "the host '" + host
                            + "' cannot be resolved from this PC. To have the sandbox answer it, add it under [hosts] in qpy.toml");
            reason.initCause(e);
            throw reason;
        }
    }

    private static boolean isLiteral(String host) {
        return host.matches("[0-9.]+") || host.indexOf(':') >= 0;
    }

    private synchronized InetAddress allot(String host) {
        byte[] address = {(byte) 198, 51, 100, (byte) (names.size() + 1)};
        try {
            InetAddress allotted = InetAddress.getByAddress(host, address);
            names.put(allotted, host);
            return allotted;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Sockets that are not connected yet; {@link java.net.Socket#connect} takes addresses as the device sees them. */
    public SocketFactory socketFactory() {
        return socketFactory(0);
    }

    /**
     * The same, of sockets whose writes may wait for a peer that does not read.
     *
     * @param writeMillis how long for its next byte, 0 for ever; then comes a SocketTimeoutException, and a part may be written
     */
    public SocketFactory socketFactory(int writeMillis) {
        return new DeviceSocketFactory(this, writeMillis);
    }

    /** What a test has go wrong. */
    public Faults faults() {
        return faults;
    }

    /** A target's host, as the script named it, or its address. */
    String hostOf(InetSocketAddress target) {
        return target.isUnresolved()
                ? target.getHostString()
                : names.getOrDefault(target.getAddress(), target.getAddress().getHostAddress());
    }

    /** Ends the connections of client libraries to a host, or to {@link Faults#EVERY_HOST}, as a peer's reset does. */
    public void abort(String host) {
        for (Closeable each : opened()) {
            if (each instanceof DeviceSocket socket && socket.isTo(host)) {
                close(socket);
            }
        }
    }

    Time time() {
        return time;
    }

    /** What {@code usocket} is made of. */
    public DeviceChannels channels() {
        return channels;
    }

    /** A UDP socket that takes and gives addresses as the device sees them. */
    public DatagramSocket datagramSocket() throws IOException {
        requireRadio();
        return keep(new DeviceDatagramSocket(this));
    }

    /** Where a connection to this address really goes. */
    InetSocketAddress route(InetSocketAddress target, HostTable.Transport transport) throws IOException {
        requireRadio();
        String host = target.isUnresolved() ? target.getHostString() : names.get(target.getAddress());
        faults.requireOpen(hostOf(target));
        HostTable.Simulated entry = host == null ? null : hosts.find(host).orElse(null);
        if (entry != null) {
            return simulatedEndpoint(host, entry, target.getPort(), transport);
        }
        InetAddress address = target.isUnresolved() ? resolve(host) : target.getAddress();
        if (!hosts.reachesOthers()) {
            throw new SocketException("'" + address.getHostAddress() + ":" + target.getPort()
                    + "' is not reached: the network is off (--net off)");
        }
        if (!hosts.reachesThisPc() && ThisPc.has(address) && !channels.listensAt(target.getPort(), transport)) {
            throw new ConnectException("'" + address.getHostAddress() + ":" + target.getPort()
                    + "' is a port of this PC, which 'loopback = false' in qpy.toml shuts");
        }
        return new InetSocketAddress(address, target.getPort());
    }

    private InetSocketAddress simulatedEndpoint(
            String host, HostTable.Simulated entry, int port, HostTable.Transport transport) throws IOException {
        InetSocketAddress endpoint = entry.endpoint(port, transport)
                .orElseThrow(() -> new java.net.ConnectException("nothing answers " + host + ":" + port
                        + " in the sandbox: add \"" + host + ":" + port + "\" under [hosts] in qpy.toml"));
        notices.sayOnce(
                Code.SANDBOX_HOST,
                host + ":" + port + " is answered by " + entry.description(port) + " (--net real for the real one)");
        return endpoint;
    }

    private void requireRadio() throws IOException {
        Modem.State state = modem.state();
        if (!state.online()) {
            throw new java.net.NoRouteToHostException("the device is offline: " + state.obstacle());
        }
    }

    /** Remembers something to close when the device is switched off. */
    public <T extends Closeable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }

    /** What was closed before need not be closed then. */
    public void forget(Closeable closeable) {
        open.remove(closeable);
    }

    /** Of what a test has go wrong. */
    @Override
    public Runnable snapshot() {
        Faults.Snapshot saved = faults.snapshot();
        return () -> faults.restore(saved);
    }

    /** Ends what is open. */
    @Override
    public void reset() {
        close();
    }

    @Override
    public void close() {
        List<Closeable> closing = opened();
        closing.forEach(this::close);
        closing.forEach(open::remove);
        ports.clear();
    }

    private List<Closeable> opened() {
        synchronized (open) {
            return List.copyOf(open);
        }
    }

    private void close(Closeable each) {
        try {
            each.close();
        } catch (IOException e) {
            notices.say(Code.NO_CONNECTION, "a socket could not be closed: " + e.getMessage());
        }
    }
}
