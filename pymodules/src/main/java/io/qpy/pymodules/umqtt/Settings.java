package io.qpy.pymodules.umqtt;

import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.InvalidIdentity;
import java.util.Map;

/**
 * What {@code MQTTClient(...)} was given, checked and completed by the facade.
 *
 * @param ssl whether over TLS
 * @param certificate PEM, null for none; {@code key} goes with it
 * @param user null for none; no password is sent without one, as MQTT demands
 * @param keepaliveSeconds 0 for no pings
 * @param version 3 for MQTT 3.1, 4 for 3.1.1
 */
record Settings(
        String host,
        int port,
        boolean ssl,
        String certificate,
        String key,
        String clientId,
        String user,
        String password,
        int keepaliveSeconds,
        int version,
        boolean reconnects) {
    static Settings of(Map<Object, Object> given) {
        return new Settings(
                (String) given.get("server"),
                (Integer) given.get("port"),
                (Boolean) given.get("ssl"),
                (String) given.get("cert"),
                (String) given.get("key"),
                (String) given.get("client_id"),
                (String) given.get("user"),
                (String) given.get("password"),
                (Integer) given.get("keepalive"),
                (Integer) given.get("version"),
                (Boolean) given.get("reconn"));
    }

    /**
     * How to speak TLS; null where the connection is plain.
     *
     * @param device the device's own, which shows no certificate
     */
    DeviceTls tls(DeviceTls device) throws InvalidIdentity {
        if (!ssl) {
            return null;
        }
        return certificate == null ? device : device.withCertificate(certificate, key);
    }

    String endpoint() {
        return host + ":" + port;
    }
}
