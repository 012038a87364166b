package io.qpy.pymodules.umqtt;

import io.qpy.device.DeviceError;
import io.qpy.device.DeviceTls;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/**
 * What {@code MQTTClient(...)} was given, checked and completed by the facade.
 *
 * @param tls null for none
 * @param user null for none; Paho sends no password without one, as MQTT demands
 * @param keepaliveSeconds 0 for no pings
 * @param version 3 for MQTT 3.1, 4 for 3.1.1
 */
record Settings(
        String host,
        int port,
        DeviceTls tls,
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
                tls(given),
                (String) given.get("client_id"),
                (String) given.get("user"),
                (String) given.get("password"),
                (Integer) given.get("keepalive"),
                (Integer) given.get("version"),
                (Boolean) given.get("reconn"));
    }

    private static DeviceTls tls(Map<Object, Object> given) {
        String certificate = (String) given.get("cert");
        try {
            if (!(Boolean) given.get("ssl")) {
                return null;
            }
            return certificate == null
                    ? DeviceTls.anonymous()
                    : DeviceTls.withCertificate(certificate, (String) given.get("key"));
        } catch (IOException e) {
            throw DeviceError.of("ValueError", "ssl_params: " + e.getMessage());
        }
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
