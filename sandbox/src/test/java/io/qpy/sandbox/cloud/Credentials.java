package io.qpy.sandbox.cloud;

import java.util.function.UnaryOperator;

/** What a CONNECT carries; {@code will} is a topic, or empty. */
record Credentials(String clientId, String user, String password, int keepAlive, String will) {
    Credentials(String clientId, String user, String password) {
        this(clientId, user, password, 300, "");
    }

    Credentials clientId(UnaryOperator<String> change) {
        return new Credentials(change.apply(clientId), user, password, keepAlive, will);
    }

    Credentials user(UnaryOperator<String> change) {
        return new Credentials(clientId, change.apply(user), password, keepAlive, will);
    }

    Credentials password(UnaryOperator<String> change) {
        return new Credentials(clientId, user, change.apply(password), keepAlive, will);
    }

    Credentials keepAlive(int seconds) {
        return new Credentials(clientId, user, password, seconds, will);
    }

    Credentials will(String topic) {
        return new Credentials(clientId, user, password, keepAlive, topic);
    }
}
