package io.qpy.cli;

import io.qpy.device.HostTable;
import io.qpy.sandbox.Sandbox;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The documentation's hosts, and those of {@code qpy.toml}, answered by the sandbox, which starts what is used. */
final class SandboxHosts implements HostTable {
    /** Every host that the documentation's examples and the firmware name (facts.md 2.29, 5.17, 6.1, 8.7). */
    private static final Map<String, String> DOCUMENTED = Map.of(
            "mq.tongxinmao.com:18830", "mqtt",
            "httpbin.org", "http",
            "myssl.com", "http",
            "ntp.aliyun.com", "ntp",
            "pool.ntp.org", "ntp",
            "asia.pool.ntp.org", "ntp",
            "cn.ntp.org.cn", "ntp",
            "cn.pool.ntp.org", "ntp");

    /** What the sandbox offers, by the name that a table entry uses. */
    static final List<String> SERVICES = List.of("mqtt", "http", "https", "ntp");

    private final Map<String, String> entries = new HashMap<>(DOCUMENTED);
    private final Sandbox sandbox;

    SandboxHosts(Sandbox sandbox, Map<String, String> added) {
        this.sandbox = sandbox;
        added.forEach((host, service) -> entries.put(host.toLowerCase(Locale.ROOT), service));
    }

    @Override
    public Optional<Simulated> find(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean known = entries.keySet().stream().anyMatch(key -> key.equals(name) || key.startsWith(name + ":"));
        return known ? Optional.of(new Entry(name)) : Optional.empty();
    }

    @Override
    public boolean reachesOthers() {
        return true;
    }

    private final class Entry implements Simulated {
        private final String host;

        Entry(String host) {
            this.host = host;
        }

        @Override
        public Optional<InetSocketAddress> endpoint(int port, Transport transport) {
            String exact = entries.get(host + ":" + port);
            return exact != null
                    ? Optional.of(address(exact))
                    : Optional.ofNullable(entries.get(host)).flatMap(service -> onUsualPort(service, port, transport));
        }

        @Override
        public String description() {
            return "the sandbox";
        }
    }

    /** A host without a port in the table answers its service's usual ports. */
    private Optional<InetSocketAddress> onUsualPort(String service, int port, Transport transport) {
        String used = service.startsWith("http") && port == 443 ? "https" : service;
        boolean usual =
                switch (used) {
                    case "mqtt" -> transport == Transport.TCP && (port == 1883 || port == 8883);
                    case "http" -> transport == Transport.TCP && port == 80;
                    case "https" -> transport == Transport.TCP && port == 443;
                    case "ntp" -> transport == Transport.UDP && port == 123;
                    default -> true;
                };
        return usual ? Optional.of(address(used)) : Optional.empty();
    }

    private InetSocketAddress address(String service) {
        return switch (service) {
            case "mqtt" -> sandbox.mqtt().address();
            case "http" -> sandbox.http().address();
            case "https" -> sandbox.https().address();
            case "ntp" -> sandbox.ntp().address();
            default -> {
                int colon = service.lastIndexOf(':');
                yield new InetSocketAddress(
                        service.substring(0, colon), Integer.parseInt(service.substring(colon + 1)));
            }
        };
    }
}
