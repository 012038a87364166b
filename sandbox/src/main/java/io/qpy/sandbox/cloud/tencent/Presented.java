package io.qpy.sandbox.cloud.tencent;

import static io.qpy.sandbox.journal.Event.brief;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.Hmac;
import io.qpy.sandbox.cloud.Refusal;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.mqtt.Login;
import java.math.BigInteger;

/**
 * What a device says of itself (facts.md 4.2 to 4.4, 4.12).
 *
 * @param user what is signed
 * @param expiry seconds since 1970
 */
record Presented(DeviceId device, String user, long expiry, String signature, Hmac method) {
    private static final int PRODUCT_LENGTH = 10;
    /** The sdkappid is that of the client's SDK: 12010126 in most, 21010406 in Tencent's own for C. */
    private static final String USER_FORM = "it is <productId><deviceName>;12010126;<connid>;<expiry>";

    static Presented by(Login login) {
        DeviceId device = device(login.clientId());
        String user = login.user().orElseThrow(() -> credentials("user name", "it is missing; " + USER_FORM));
        long expiry = expiry(login.clientId(), user);
        String password = login.password()
                .map(Payload::text)
                .orElseThrow(() -> credentials("password", "it is missing; it is <signature in hex>;hmacsha256"));
        int semicolon = password.lastIndexOf(';');
        if (semicolon < 0) {
            throw credentials("password", "it has no ; and after it hmacsha256 or hmacsha1");
        }
        return new Presented(
                device, user, expiry, password.substring(0, semicolon), method(password.substring(semicolon + 1)));
    }

    /** Device names: facts.md 4.18. */
    private static DeviceId device(String clientId) {
        if (!clientId.matches("[A-Za-z0-9]{10}[a-zA-Z0-9:_-]{1,48}")) {
            throw new Refusal(
                    Refusal.IDENTIFIER,
                    "client id",
                    "it is not a product id of 10 letters and digits, and then a device name of 1 to 48 letters, digits,"
                            + " :, _ or -");
        }
        return new DeviceId(clientId.substring(0, PRODUCT_LENGTH), clientId.substring(PRODUCT_LENGTH));
    }

    private static long expiry(String clientId, String user) {
        String[] parts = user.split(";", -1);
        require(parts.length == 4, "%s has %d parts and not 4".formatted(brief(user), parts.length));
        require(
                parts[0].equals(clientId),
                "it begins with %s, but the client id is %s".formatted(brief(parts[0]), brief(clientId)));
        require(parts[1].matches("[0-9]+"), "the sdkappid %s is no number".formatted(brief(parts[1])));
        require(parts[2].matches("[A-Za-z0-9]+"), "connid %s is not letters and digits".formatted(brief(parts[2])));
        require(parts[3].matches("[0-9]+"), "expiry %s is not a number of seconds".formatted(brief(parts[3])));
        return new BigInteger(parts[3]).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    private static Hmac method(String name) {
        return Hmac.named(name)
                .filter(method -> method != Hmac.HMACMD5)
                .orElseThrow(() -> credentials(
                        "password", "the method after its ; is %s, not hmacsha256 or hmacsha1".formatted(brief(name))));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw credentials("user name", otherwise + "; " + USER_FORM);
        }
    }

    private static Refusal credentials(String field, String reason) {
        return new Refusal(Refusal.CREDENTIALS, field, reason);
    }
}
