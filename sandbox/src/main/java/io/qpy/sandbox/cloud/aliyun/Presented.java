package io.qpy.sandbox.cloud.aliyun;

import static io.qpy.sandbox.journal.Event.brief;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.Refusal;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.mqtt.Login;

/** What a device says of itself. */
record Presented(ClientId clientId, DeviceId device, String password) {

    static Presented by(Login login) {
        ClientId clientId = ClientId.parse(login.clientId());
        DeviceId device = device(
                login.user().orElseThrow(() -> credentials("user name", "it is missing; it is DeviceName&ProductKey")));
        String password = login.password()
                .map(Payload::text)
                .orElseThrow(() -> credentials("password", "it is missing; it is the signature in hex"));
        return new Presented(clientId, device, password);
    }

    private static DeviceId device(String user) {
        int and = user.lastIndexOf('&');
        if (and < 0) {
            throw credentials("user name", "%s has no &; it is DeviceName&ProductKey".formatted(brief(user)));
        }
        DeviceId id = new DeviceId(user.substring(and + 1), user.substring(0, and));
        if (id.product().isEmpty() || id.name().isEmpty()) {
            throw credentials(
                    "user name",
                    "%s lacks the %s".formatted(brief(user), id.name().isEmpty() ? "DeviceName" : "ProductKey"));
        }
        return id;
    }

    private static Refusal credentials(String field, String reason) {
        return new Refusal(Refusal.CREDENTIALS, field, reason);
    }
}
