package io.qpy.sandbox.tls;

/** What answers behind TLS. */
public enum Upstream {
    HTTP,
    MQTT,
    /** Sends back what it gets. */
    ECHO
}
