package io.qpy.wiring;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host of the configuration.
 *
 * @param name in lower case; names of the net have no case
 * @param port 0 for none
 */
record HostAndPort(String name, int port) {
    private static final int LARGEST_PORT = 65535;
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST = LONGEST_NAME + ":65535".length();

    /** RFC 1123, and the underscore that some private networks use. An address of IPv6 stands in brackets. */
    private static final Pattern FORM =
            Pattern.compile("((?:(?!-)[A-Za-z0-9_-]{1,63}(?<!-)\\.)*(?!-)[A-Za-z0-9_-]{1,63}(?<!-)"
                    + "|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");

    static Optional<HostAndPort> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty(); // the pattern descends by a level of the stack for each label
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(1).length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String name = form.group(1).toLowerCase(Locale.ROOT);
        int port = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        boolean isPort = form.group(2) == null || (port >= 1 && port <= LARGEST_PORT);
        boolean isHost = !NUMBERS.matcher(name).matches() || IPV4.matcher(name).matches();
        return isPort && isHost ? Optional.of(new HostAndPort(name, port)) : Optional.empty();
    }

    boolean hasPort() {
        return port > 0;
    }

    @Override
    public String toString() {
        return hasPort() ? name + ":" + port : name;
    }
}
