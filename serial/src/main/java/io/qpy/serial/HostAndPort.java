package io.qpy.serial;

/** Where a server is; an IPv6 address has no brackets here. */
public record HostAndPort(String host, int port) {
    private static final int HIGHEST_PORT = 65535;

    /** Reads what stands behind the kind of an address and its colon. */
    static HostAndPort parse(String address, String kind, String text) throws SerialException {
        String write = ": write " + kind + ":HOST:PORT, as in " + kind + ":127.0.0.1:9000";
        if (text.isBlank()) {
            throw new SerialException("'" + address + "' names no host and no port" + write);
        }
        int colon = text.lastIndexOf(':');
        boolean ipv6WithoutPort = text.endsWith("]");
        if (colon < 0 || ipv6WithoutPort) {
            throw new SerialException("'" + address + "' names no port" + write);
        }
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.contains(":") && !bracketed) {
            throw new SerialException("'" + address + "' has more than a host and a port" + write
                    + "; an IPv6 address stands in brackets");
        }
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        if (bare.isBlank()) {
            throw new SerialException("'" + address + "' names no host" + write);
        }
        return new HostAndPort(bare, port(address, text.substring(colon + 1), 1, write));
    }

    /** Reads the port of an address that is listened on. */
    static int listened(String address, String text) throws SerialException {
        String write = ": write listen:PORT, as in listen:9000, or listen:0 for any; it listens on 127.0.0.1";
        if (text.isBlank()) {
            throw new SerialException("'" + address + "' names no port" + write);
        }
        return port(address, text, 0, write);
    }

    private static int port(String address, String text, int lowest, String write) throws SerialException {
        try {
            int port = Integer.parseInt(text);
            if (port >= lowest && port <= HIGHEST_PORT && Character.isDigit(text.charAt(0))) {
                return port;
            }
        } catch (NumberFormatException e) {
            // As if it were out of range.
        }
        throw new SerialException("'" + address + "': '" + text + "' is no port, which is a number from " + lowest
                + " to " + HIGHEST_PORT + write);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
