package io.qpy.pymodules.umqtt;

import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.InvalidIdentity;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/**
 * What {@code MQTTClient(...)} was given, checked and completed by the facade.
 *
 * @param ssl whether over TLS
 * @param certificate PEM, null for none; {@code key} goes with it
 * @param user null for none; Paho sends no password without one, as MQTT demands
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
    /** One for each thread that publishes at once: more than a script has. */
    private static final int MAX_IN_FLIGHT = 1000;

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

    /**
     * The options of a connection; IllegalArgumentException for what MQTT cannot say.
     *
     * @param will {@code [topic, message, qos, retain]}, or null
     */
    MqttConnectOptions options(boolean cleanSession, List<Object> will) {
        Connection.valid(clientId);
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(version);
        options.setCleanSession(cleanSession);
        options.setKeepAliveInterval(keepaliveSeconds);
        options.setConnectionTimeout(MqttLink.CONNECT_SECONDS);
        options.setMaxInflight(MAX_IN_FLIGHT);
        options.setUserName(Connection.valid(user));
        if (password != null) {
            options.setPassword(Connection.valid(password).toCharArray());
        }
        if (will != null) {
            String topic = Connection.valid((String) will.get(0));
            options.setWill(topic, (byte[]) will.get(1), (Integer) will.get(2), (Boolean) will.get(3));
        }
        return options;
    }
}
