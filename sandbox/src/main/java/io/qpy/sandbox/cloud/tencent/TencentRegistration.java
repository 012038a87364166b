package io.qpy.sandbox.cloud.tencent;

import static io.qpy.sandbox.journal.Event.brief;
import static io.qpy.sandbox.journal.Event.quoted;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.Enrolled;
import io.qpy.sandbox.cloud.Guess;
import io.qpy.sandbox.cloud.Hmac;
import io.qpy.sandbox.cloud.Json;
import io.qpy.sandbox.cloud.Refusal;
import io.qpy.sandbox.cloud.Registry;
import io.qpy.sandbox.cloud.Secrets;
import io.qpy.sandbox.cloud.Strangers;
import io.qpy.sandbox.journal.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/** {@code POST /register/dev} (facts.md 4.5 to 4.8): it answers with the psk, which the ProductSecret decrypts. */
final class TencentRegistration {
    /** The one code that is known; the others here are the sandbox's own. */
    private static final int ACTIVATED = 1021;

    private static final int MALFORMED = 1001;
    private static final int WRONG_SIGNATURE = 1002;
    private static final int UNKNOWN_DEVICE = 1003;
    private static final int PSK_BYTES = 16;

    private final Registry registry;
    private final Strangers strangers;

    TencentRegistration(Registry registry, Strangers strangers) {
        this.registry = registry;
        this.strangers = strangers;
    }

    /** A request's fields, as they are signed. */
    private record Request(DeviceId id, String nonce, String timestamp, String signature) {
        static Request of(Map<String, Object> body) {
            DeviceId id = new DeviceId(field(body, "productId"), field(body, "deviceName"));
            return new Request(id, field(body, "nonce"), field(body, "timestamp"), field(body, "signature"));
        }

        private static String field(Map<String, Object> body, String name) {
            String value = Json.string(body, name);
            if (value.isEmpty()) {
                throw new Failure(MALFORMED, name + ": it is missing in the JSON body");
            }
            return value;
        }

        String content() {
            return content(id);
        }

        String content(DeviceId as) {
            return "deviceName=%s&nonce=%s&productId=%s&timestamp=%s"
                    .formatted(as.name(), nonce, as.product(), timestamp);
        }
    }

    /** Ends a registration; the message begins with the field that is wrong. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int code;

        Failure(int code, String reason) {
            super(reason, null, false, false);
            this.code = code;
        }
    }

    String answer(Payload body) {
        Map<String, Object> fields = Json.object(body).orElse(Map.of());
        DeviceId claimed = new DeviceId(Json.string(fields, "productId"), Json.string(fields, "deviceName"));
        try {
            return register(Request.of(fields));
        } catch (Failure failure) {
            strangers.refuse(
                    claimed, "registration refused with code %d: %s".formatted(failure.code, failure.getMessage()));
            return Json.text(Json.of("code", failure.code, "message", failure.getMessage()));
        }
    }

    private String register(Request request) {
        DeviceId id = request.id();
        String secret = registry.productSecret(id.product());
        if (secret.isEmpty()) {
            throw new Failure(
                    UNKNOWN_DEVICE,
                    ("productId: no ProductSecret of %s is known. To have one, which encrypts the answer, write secret ="
                                    + " \"…\" under [sandbox.tencent.products.%s] in qpy.toml")
                            .formatted(brief(id.product()), id.product()));
        }
        checkSignature(request, secret);
        registry.find(id).ifPresentOrElse(TencentRegistration::checkActivation, () -> stranger(id));
        String psk = Psk.encode(registry.drawSecret(PSK_BYTES));
        registry.issue(id, psk);
        strangers.tell(id, "registered, its psk is " + Secrets.shown(psk));
        return reply(secret, Json.text(Json.of("encryptionType", 2, "psk", psk)));
    }

    private void stranger(DeviceId id) {
        try {
            strangers.register(id);
        } catch (Refusal refusal) {
            throw new Failure(UNKNOWN_DEVICE, "deviceName: " + refusal.getMessage());
        }
    }

    private static void checkActivation(Enrolled device) {
        if (device.activated()) {
            throw new Failure(
                    ACTIVATED,
                    ("deviceName: %s is activated and cannot register again. To use it write {%s: \"<its psk, %s>\"} into"
                                    + " /usr/tx_secret.json")
                            .formatted(
                                    brief(device.id().toString()),
                                    quoted(device.id().name()),
                                    Secrets.shown(device.secret())));
        }
    }

    private void checkSignature(Request request, String secret) {
        String expected = sign(Hmac.HMACSHA1, secret, request.content());
        if (expected.equals(request.signature())) {
            return;
        }
        String cause = Guess.explain(guesses(request, secret), request.signature())
                .orElse("it is signed with another ProductSecret than that of %s, or with another of the four fields"
                        .formatted(brief(request.id().product())));
        throw new Failure(
                WRONG_SIGNATURE,
                "signature: %s. Expected the base64 of the hex text of hmacsha1 of %s with the ProductSecret %s, which is %s; got %s"
                        .formatted(
                                cause,
                                quoted(request.content()),
                                Secrets.shown(secret),
                                Secrets.shown(expected),
                                Secrets.shown(request.signature())));
    }

    private Stream<Guess> guesses(Request request, String secret) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        Stream<Guess> own = Stream.of(
                new Guess(
                        "it is the base64 of the digest itself; it is that of the digest's hex text",
                        () -> Base64.getEncoder().encodeToString(Hmac.HMACSHA1.digest(key, request.content()))),
                new Guess(
                        "it is in hex; base64 of that is missing", () -> Hmac.HMACSHA1.hex(secret, request.content())),
                new Guess(
                        "it is made with hmacsha256; here it is hmacsha1",
                        () -> sign(Hmac.HMACSHA256, secret, request.content())),
                new Guess(
                        "productId and deviceName are swapped in what was signed",
                        () -> sign(
                                Hmac.HMACSHA1,
                                secret,
                                request.content(request.id().swapped()))));
        Stream<Guess> products = registry.products().entrySet().stream()
                .map(product -> new Guess(
                        "the ProductSecret of %s was used".formatted(brief(product.getKey())),
                        () -> sign(Hmac.HMACSHA1, product.getValue().secret(), request.content())));
        return Stream.concat(own, products);
    }

    private static String sign(Hmac method, String secret, String content) {
        return Base64.getEncoder().encodeToString(method.hex(secret, content).getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code len} counts the characters of the plain text (facts.md 4.6, 4.7). */
    private static String reply(String secret, String plain) {
        return Json.text(
                Json.of("code", 0, "message", "", "len", plain.length(), "payload", PskCipher.encrypt(secret, plain)));
    }
}
