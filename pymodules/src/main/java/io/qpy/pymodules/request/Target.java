package io.qpy.pymodules.request;

/**
 * Who is asked.
 *
 * @param url as the script wrote it
 * @param millis how long the script waits for each step, 0 for ever
 */
record Target(String url, String host, int port, int millis) {
    String endpoint() {
        return host + ":" + port;
    }
}
