package io.qpy.pymodules.request;

import io.qpy.device.DeviceError;

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
    private static final int MOST_PORT = 65535;

    /**
     * The target of a URL; one without a scheme is HTTP.
     *
     * @throws DeviceError ValueError in the firmware's words, when it is no such URL
     */
    static Target of(String url, int millis) {
        if (url.chars().anyMatch(c -> c < ' ')) {
            throw noUrl(url);
        }
        String scheme = scheme(url);
        String rest = scheme.isEmpty() ? url : url.substring(scheme.length() + SCHEME_END.length());
        if (!scheme.isEmpty() && !scheme.equals("http") && !scheme.equals("https")) {
            throw DeviceError.of("ValueError", "Unsupported protocol: " + scheme + ":");
        }
        boolean secure = scheme.equals("https");
        int slash = rest.indexOf('/');
        String place = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "/" : rest.substring(slash);
        int bracket = place.indexOf(']') + 1;
        int colon = bracket > 0 ? bracket : place.indexOf(':');
        String authority = colon < 0 ? place : place.substring(0, colon);
        String digits = colon < 0 || colon >= place.length() ? "" : place.substring(colon + 1);
        int port = digits.isEmpty() ? secure ? 443 : 80 : port(digits);
        if (authority.isEmpty() || port < 1 || port > MOST_PORT) {
            throw noUrl(url);
        }
        return new Target(url, secure, authority, port, path, millis);
    }

    /** Empty where the URL has none. */
    private static String scheme(String url) {
        int end = url.indexOf(SCHEME_END);
        if (end >= 0 && url.indexOf('/') > end) {
            return url.substring(0, end);
        }
        if (url.indexOf(':') < 0 && isNumber(url.split("\\.", 2)[0])) {
            throw DeviceError.of(
                    "ValueError",
                    "MissingSchema: Invalid URL '" + url + "': No schema supplied. Perhaps you meant http://" + url
                            + "? ");
        }
        return "";
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
