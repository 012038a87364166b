package io.qpy.cli;

import io.qpy.device.Code;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a person names it: {@code host}, {@code host:port}, {@code [::1]:port} or a URL. */
record TlsServer(String host, int port) {
    private static final Pattern SYNTAX =
            Pattern.compile("(?:([a-z]+)://)?(\\[[0-9a-fA-F:.]+]|[^:/\\[\\]\\s]+)(?::(\\d{1,5}))?(?:/.*)?");
    private static final Map<String, Integer> USUAL_PORTS = Map.of("https", 443, "mqtts", 8883, "ssl", 8883);
    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65535;

    /** Without a port it is the scheme's, or 443. */
    static TlsServer parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            throw wrong(text);
        }
        String scheme = parts.group(1);
        if (scheme != null && !USUAL_PORTS.containsKey(scheme)) {
            throw new UsageException(
                    Code.USAGE, "'" + scheme + "://' is not TLS: write https://, mqtts:// or HOST:PORT");
        }
        int usual = scheme == null ? HTTPS : USUAL_PORTS.get(scheme);
        int port = parts.group(3) == null ? usual : Integer.parseInt(parts.group(3));
        if (port < 1 || port > LAST_PORT) {
            throw new UsageException(Code.NO_PORT, "there is no port " + port + ": 1 to " + LAST_PORT);
        }
        return new TlsServer(parts.group(2).replaceAll("[\\[\\]]", ""), port);
    }

    private static UsageException wrong(String text) {
        return new UsageException(Code.USAGE, "'" + text + "' is not a server: write HOST, HOST:PORT or https://HOST");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
