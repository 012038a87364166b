package io.qpy.wiring;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code [hosts]}: a host, or host:port, and what answers it: a service of the sandbox's, or a server of the user's. */
final class HostsSection {
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final Map<String, TomlValue> seen = new LinkedHashMap<>();

    void read(TomlTable table) {
        table.values().forEach(this::host);
    }

    /** By host, or host:port, in lower case. */
    Map<String, String> entries() {
        return Map.copyOf(entries);
    }

    private void host(TomlValue value) {
        if (value.value() instanceof org.tomlj.TomlTable) {
            throw value.fault("got a table, want a host in quotes: \"" + value.key() + ".example.com\" = \"mqtt\"");
        }
        String host = HostAndPort.parse(value.key())
                .map(HostAndPort::toString)
                .orElseThrow(() -> value.wrongKey("hosts: '" + value.key() + "' is no host: want a name or an IPv4"
                        + " address, with or without a port from 1 to 65535, as \"broker.example.com:1883\""));
        TomlValue earlier = seen.put(host, value);
        if (earlier != null) {
            throw value.wrongKey("hosts: '" + value.key() + "' is the same host as '" + earlier.key() + "' at line "
                    + earlier.at().line() + ": leave one of them out");
        }
        entries.put(host, service(value));
    }

    private static String service(TomlValue value) {
        String service = value.value() instanceof String string ? string : "";
        return SandboxHosts.isService(service)
                ? service
                : HostAndPort.parse(service)
                        .filter(HostAndPort::hasPort)
                        .map(HostAndPort::toString)
                        .orElseThrow(() -> value.wrong(
                                "one of " + String.join(", ", SandboxHosts.SERVICES)
                                        + ", tls:WORD (the words: 'qpy sandbox') or \"address:port\" of a server of"
                                        + " yours, the port from 1 to 65535",
                                SandboxHosts.SERVICES));
    }
}
