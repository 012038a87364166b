package io.qpy.sandbox.cloud;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device that the registry knows.
 *
 * @param secret empty until it has registered
 * @param former what earlier registrations gave, and what is void since
 * @param clientId of its last log-in
 */
public record Enrolled(DeviceId id, String secret, boolean activated, List<String> former, Optional<String> clientId) {

    static Enrolled of(DeviceId id, Accounts.Device device) {
        return new Enrolled(id, device.secret(), device.activated(), List.of(), Optional.empty());
    }

    Enrolled withSecret(String issued) {
        List<String> old = secret.isEmpty()
                ? former
                : Stream.concat(former.stream(), Stream.of(secret)).toList();
        return new Enrolled(id, issued, false, old, clientId);
    }

    Enrolled loggedIn(String as) {
        return new Enrolled(id, secret, true, former, Optional.of(as));
    }
}
