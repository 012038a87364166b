package io.qpy.pymodules.request;

import io.qpy.device.DeviceError;
import java.util.Map;

/**
 * Who is asked for what, and how.
 *
 * @param url as the script wrote it
 * @param authority the host as the URL has it: an IPv6 address in brackets
 * @param path as it is sent
 * @param millis how long the script waits for each step, 0 for ever
 */
record Target(String url, boolean secure, String authority, int port, String path, int millis) {
    private static final String SCHEME_END = "://";
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);
    private static final int MOST_PORT = 65535;
    private static final char DELETE = 0x7F;

    /**
     * The target of a URL; one without a scheme is HTTP.
     *
     * @throws DeviceError ValueError in the firmware's words, when it is no such URL
     */
    static Target of(String url, int millis) {
        if (url.chars().anyMatch(c -> c < ' ' || c == DELETE)) {
            throw noUrl(url);
        }
        int end = url.indexOf(SCHEME_END);
        boolean named = end >= 0 && url.indexOf('/') > end;
        if (!named) {
            requireName(url);
        }
        String scheme = named ? url.substring(0, end) : "http";
        if (!PORTS.containsKey(scheme)) {
            throw DeviceError.of("ValueError", "Unsupported protocol: " + scheme + ":");
        }
        String rest = named ? url.substring(end + SCHEME_END.length()) : url;
        int slash = rest.indexOf('/');
        String place = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "/" : rest.substring(slash);
        int hostEnd = hostEnd(place);
        String authority = place.substring(0, hostEnd);
        String digits = place.substring(Math.min(hostEnd + 1, place.length()));
        int port = digits.isEmpty() ? PORTS.get(scheme) : port(digits);
        if (authority.isEmpty() || authority.indexOf(' ') >= 0 || port < 1 || port > MOST_PORT) {
            throw noUrl(url);
        }
        return new Target(url, scheme.equals("https"), authority, port, path, millis);
    }

    /** A URL without a scheme begins with a name, not with a number. */
    private static void requireName(String url) {
        if (url.indexOf(':') < 0 && isNumber(url.split("\\.", 2)[0])) {
            throw DeviceError.of(
                    "ValueError",
                    "MissingSchema: Invalid URL '" + url + "': No schema supplied. Perhaps you meant http://" + url
                            + "? ");
        }
    }

    /** Where the host ends, and its port may follow; an IPv6 address stands in brackets. */
    private static int hostEnd(String place) {
        int bracket = place.indexOf(']') + 1;
        if (bracket > 0) {
            return bracket;
        }
        int colon = place.indexOf(':');
        return colon < 0 ? place.length() : colon;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    /** 0 for one that is none. */
    private static int port(String digits) {
        try {
            return isNumber(digits) ? Integer.parseInt(digits) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static DeviceError noUrl(String url) {
        return DeviceError.of("ValueError", "URL address error: " + url);
    }

    /** Without brackets. */
    String host() {
        return authority.startsWith("[") && authority.endsWith("]")
                ? authority.substring(1, authority.length() - 1)
                : authority;
    }

    String endpoint() {
        return host() + ":" + port;
    }
}
