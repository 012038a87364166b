package io.qpy.device.network;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Where the hosts that a script names really are. */
public interface HostTable {
    /**
     * The name as qpy answers it itself, or empty when the name is not in the table.
     *
     * @param host a host name, as the script wrote it
     */
    Optional<Simulated> find(String host);

    /** Whether a host that is not in the table may be looked up and reached for real. */
    boolean reachesOthers();

    /** Whether a script reaches the ports of this PC beside those that it listens on itself. */
    default boolean reachesThisPc() {
        return true;
    }

    /** A host of the table. */
    interface Simulated {
        /**
         * The real address behind a port of this host, or empty where nothing listens on it. May start a server.
         *
         * @param port 1 to 65535
         * @param transport tells apart what listens on the same number
         */
        Optional<InetSocketAddress> endpoint(int port, Transport transport);

        /** What answers, for a person: {@code "the sandbox's MQTT broker"}. */
        String description(int port);
    }

    /** What is spoken below the application's protocol. */
    enum Transport {
        TCP,
        UDP
    }

    /** No host at all: a device with no network. */
    static HostTable none() {
        return fixed(false);
    }

    /** Every host for real. */
    static HostTable real() {
        return fixed(true);
    }

    /** The same, without the ports of this PC that the table does not name. */
    default HostTable withoutThisPc() {
        HostTable all = this;
        return new HostTable() {
            @Override
            public Optional<Simulated> find(String host) {
                return all.find(host);
            }

            @Override
            public boolean reachesOthers() {
                return all.reachesOthers();
            }

            @Override
            public boolean reachesThisPc() {
                return false;
            }
        };
    }

    private static HostTable fixed(boolean reachesOthers) {
        return new HostTable() {
            @Override
            public Optional<Simulated> find(String host) {
                return Optional.empty();
            }

            @Override
            public boolean reachesOthers() {
                return reachesOthers;
            }
        };
    }
}
