package io.qpy.wiring;

import io.qpy.device.network.HostTable;
import io.qpy.sandbox.tls.TlsEndpoints;
import io.qpy.sandbox.tls.Upstream;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The documentation's hosts, and those of {@code qpy.toml}, answered by the sandbox, which starts what is used. */
final class SandboxHosts implements HostTable {
    /** Every host that the documentation's examples and the firmware name (facts.md 2.29, 5.17, 6.1, 8.7), and qpytest.updates'. */
    private static final Map<String, String> DOCUMENTED = Map.of(
            "mq.tongxinmao.com:18830", "mqtt",
            "httpbin.org", "http",
            "myssl.com", "http",
            "updates.qpy.test", "http",
            "ntp.aliyun.com", "ntp",
            "pool.ntp.org", "ntp",
            "asia.pool.ntp.org", "ntp",
            "cn.ntp.org.cn", "ntp",
            "cn.pool.ntp.org", "ntp");

    /** What the sandbox offers, by the name that a table entry uses. */
    static final List<String> SERVICES = List.of("mqtt", "http", "https", "ntp");

    /**
     * Each product of a cloud has a host of its own: {@code <product>.iot-as-mqtt.<region>.aliyuncs.com} (facts.md 3.22); an
     * enterprise instance has one for all, {@code <instance>.mqtt.iothub.aliyuncs.com}.
     */
    private static final Pattern ALIYUN = Pattern.compile(
            "(?:[^.]+\\.)?iot-as-mqtt\\.[a-z0-9-]+\\.aliyuncs\\.com|[a-z0-9-]+\\.mqtt\\.iothub\\.aliyuncs\\.com");

    /** facts.md 4.2, 4.18. */
    private static final Pattern TENCENT = Pattern.compile("[^.]*\\.?([a-z-]+\\.)?iotcloud\\.tencentdevices\\.com");

    /** Where Tencent's devices register, by HTTP (facts.md 4.5). */
    private static final Pattern TENCENT_GATEWAY = Pattern.compile("[a-z-]+\\.gateway\\.tencentdevices\\.com");

    /** Servers with something wrong in their TLS: {@code expired.tls.qpy.test}. */
    private static final String TLS_DOMAIN = ".tls.qpy.test";

    private static final String TLS = "tls:";

    private final Map<String, String> entries = new HashMap<>(DOCUMENTED);
    private final Clouds clouds;

    SandboxHosts(Clouds clouds, Map<String, String> added) {
        this.clouds = clouds;
        added.forEach((host, service) -> entries.put(host.toLowerCase(Locale.ROOT), service));
    }

    @Override
    public Optional<Simulated> find(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean known = ofPattern(name) != null
                || entries.keySet().stream().anyMatch(key -> key.equals(name) || key.startsWith(name + ":"));
        return known ? Optional.of(new Entry(name)) : Optional.empty();
    }

    @Override
    public boolean reachesOthers() {
        return true;
    }

    /** Which of the sandbox's clouds a host belongs to, or null. */
    private static String cloud(String host) {
        if (ALIYUN.matcher(host).matches()) {
            return "aliyun";
        }
        if (TENCENT.matcher(host).matches()) {
            return "tencent";
        }
        return TENCENT_GATEWAY.matcher(host).matches() ? "tencent registration" : null;
    }

    /** The service of a host that belongs to no table but has a telling name, or null. */
    private static String ofPattern(String host) {
        String word = host.endsWith(TLS_DOMAIN) ? host.substring(0, host.length() - TLS_DOMAIN.length()) : "";
        return TlsEndpoints.knows(word) ? TLS + word : cloud(host);
    }

    /** Whether a table may name this service. */
    static boolean isService(String name) {
        return SERVICES.contains(name) || (name.startsWith(TLS) && TlsEndpoints.knows(name.substring(TLS.length())));
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
                    ? Optional.of(address(exact, port))
                    : Optional.ofNullable(entries.getOrDefault(host, ofPattern(host)))
                            .flatMap(service -> onUsualPort(service, port, transport));
        }

        @Override
        public String description(int port) {
            String service = entries.getOrDefault(host + ":" + port, entries.get(host));
            return service == null || isService(service) ? "the sandbox" : service + ", as qpy.toml says";
        }
    }

    /** A host without a port in the table answers its service's usual ports. */
    private Optional<InetSocketAddress> onUsualPort(String service, int port, Transport transport) {
        String used = service.startsWith("http") && port == 443 ? "https" : service;
        boolean usual =
                switch (used) {
                    case "aliyun" -> transport == Transport.TCP && (port == 443 || port == 1883 || port == 8883);
                    case "mqtt", "tencent" -> transport == Transport.TCP && (port == 1883 || port == 8883);
                    case "http", "tencent registration" -> transport == Transport.TCP && port == 80;
                    case "https" -> transport == Transport.TCP && port == 443;
                    case "ntp" -> transport == Transport.UDP && port == 123;
                    default -> transport == Transport.TCP || !used.startsWith(TLS);
                };
        return usual ? Optional.of(address(used, port)) : Optional.empty();
    }

    private InetSocketAddress address(String service, int port) {
        if (service.startsWith(TLS)) {
            return clouds.sandbox().tls().address(service.substring(TLS.length()), upstream(port));
        }
        return switch (service) {
            case "mqtt" -> clouds.sandbox().mqtt().address();
            case "aliyun" -> clouds.aliyun().address();
            case "tencent" -> clouds.tencent().address();
            case "tencent registration" -> tencentRegistration();
            case "http" -> clouds.sandbox().http().address();
            case "https" -> clouds.sandbox().https().address();
            case "ntp" -> clouds.sandbox().ntp().address();
            default -> {
                int colon = service.lastIndexOf(':');
                yield new InetSocketAddress(
                        service.substring(0, colon), Integer.parseInt(service.substring(colon + 1)));
            }
        };
    }

    /** What is behind TLS goes by the port that the script connects to. */
    private static Upstream upstream(int port) {
        return switch (port) {
            case 443 -> Upstream.HTTP;
            case 1883, 8883 -> Upstream.MQTT;
            default -> Upstream.ECHO;
        };
    }

    /** The cloud first, so that it remembers who registers. */
    private InetSocketAddress tencentRegistration() {
        clouds.tencent();
        return clouds.sandbox().http().address();
    }
}
