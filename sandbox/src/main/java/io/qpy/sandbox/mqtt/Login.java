package io.qpy.sandbox.mqtt;

import io.qpy.sandbox.journal.Payload;
import java.util.Optional;

/**
 * What a CONNECT packet says.
 *
 * @param serverName the host name that a TLS client asked for (SNI); a plain one names none
 * @param level 3 for MQTT 3.1, 4 for 3.1.1
 * @param keepAlive in seconds, 0 for none
 */
public record Login(
        String clientId,
        Optional<String> user,
        Optional<Payload> password,
        Optional<Message> will,
        int level,
        int keepAlive,
        boolean cleanSession,
        boolean tls,
        Optional<String> serverName) {

    Login withClientId(String assigned) {
        return new Login(assigned, user, password, will, level, keepAlive, cleanSession, tls, serverName);
    }
}
