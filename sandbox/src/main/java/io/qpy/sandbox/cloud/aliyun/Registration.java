package io.qpy.sandbox.cloud.aliyun;

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
import io.qpy.sandbox.mqtt.Login;
import io.qpy.sandbox.mqtt.Message;
import io.qpy.sandbox.mqtt.TopicRules;
import io.qpy.sandbox.mqtt.Verdict;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** One product, one secret: a log-in that asks for the DeviceSecret (facts.md 3.5, 3.29). */
final class Registration {
    private static final String TOPIC = "/ext/register";
    private static final int SECRET_BYTES = 16;

    private final Registry registry;
    private final Strangers strangers;

    Registration(Registry registry, Strangers strangers) {
        this.registry = registry;
        this.strangers = strangers;
    }

    Verdict answer(Login login, Presented presented) {
        checkParameters(login, presented.clientId());
        DeviceId id = presented.device();
        checkSignature(presented);
        Optional<Enrolled> known = registry.find(id);
        if (known.isEmpty()) {
            strangers.register(id);
        }
        known.filter(Enrolled::activated).ifPresent(Registration::refuseActivated);
        String secret = HexFormat.of().formatHex(registry.drawSecret(SECRET_BYTES));
        registry.issue(id, secret);
        strangers.tell(id, "registered, its DeviceSecret is " + Secrets.shown(secret));
        // A key of its own: asking for a secret does not kick the device that is connected.
        return Verdict.accept("register " + id, new WaitOnly()).welcomedWith(push(id, secret));
    }

    private static void checkParameters(Login login, ClientId clientId) {
        String type = clientId.get("authType").orElse("");
        if (!type.equals("register")) {
            throw new Refusal(
                    Refusal.NOT_AUTHORIZED,
                    "client id",
                    "authType=%s is not offered here, only register (the device exists in the console)"
                            .formatted(type));
        }
        if (!clientId.get("securemode").orElse("").equals("2")) {
            throw new Refusal(
                    Refusal.NOT_AUTHORIZED,
                    "client id",
                    "authType=register needs securemode=2, not "
                            + clientId.get("securemode").orElse("none"));
        }
        if (!login.tls()) {
            throw new Refusal(
                    Refusal.NOT_AUTHORIZED, "client id", "authType=register needs TLS; this connection is plain TCP");
        }
        if (clientId.get("random").orElse("").isEmpty()) {
            throw new Refusal(Refusal.IDENTIFIER, "client id", "authType=register needs random=…");
        }
    }

    private void checkSignature(Presented presented) {
        DeviceId id = presented.device();
        String secret = registry.productSecret(id.product());
        if (secret.isEmpty()) {
            strangers.note(
                    id,
                    "the registration's signature is not checked; to have it checked write the ProductSecret as"
                            + " secret = \"…\" under [sandbox.aliyun.products.%s] in qpy.toml".formatted(id.product()));
            return;
        }
        String content = content(presented);
        Hmac method = presented.clientId().method();
        String expected = method.hex(secret, content);
        if (!expected.equalsIgnoreCase(presented.password())) {
            throw new Refusal(
                    Refusal.CREDENTIALS,
                    "password",
                    cause(presented, expected),
                    "Expected %s of %s with the ProductSecret %s, which is %s; got %s"
                            .formatted(
                                    method.label(),
                                    quoted(content),
                                    Secrets.shown(secret),
                                    Secrets.signature(expected),
                                    Secrets.signature(presented.password())));
        }
    }

    private static String content(Presented presented) {
        return Content.ofRegistration(
                presented.device(), presented.clientId().get("random").orElse(""));
    }

    private String cause(Presented presented, String expected) {
        return Guess.damage(expected, presented.password())
                .or(() -> Guess.explain(guesses(presented), presented.password()))
                .orElse("it is signed with another ProductSecret than that of %s, or with other names or another random"
                        .formatted(brief(presented.device().product())));
    }

    private Stream<Guess> guesses(Presented presented) {
        DeviceId id = presented.device();
        Hmac method = presented.clientId().method();
        String secret = registry.productSecret(id.product());
        String clientId = presented.clientId().id();
        String sent = presented.clientId().get("random").orElse("");
        Stream<Guess> own = Stream.of(
                new Guess("random was not signed", () -> method.hex(secret, Content.ofNames(id))),
                new Guess(
                        "product key and device name are swapped in what was signed",
                        () -> method.hex(secret, Content.ofRegistration(id.swapped(), sent))),
                new Guess(
                        "clientId was signed instead of random; that is a log-in's signature",
                        () -> method.hex(secret, Content.ofLogin(clientId, id, Optional.empty()))));
        Stream<Guess> methods = Arrays.stream(Hmac.values())
                .map(other -> new Guess(
                        "it is made with %s, but the client id says signmethod=%s"
                                .formatted(other.label(), method.label()),
                        () -> other.hex(secret, content(presented))));
        Stream<Guess> products = registry.products().entrySet().stream()
                .map(product -> new Guess(
                        "the ProductSecret of %s was used".formatted(brief(product.getKey())),
                        () -> method.hex(product.getValue().secret(), content(presented))));
        Stream<Guess> devices = registry.all().stream()
                .filter(device -> !device.secret().isEmpty())
                .map(device -> new Guess(
                        "the DeviceSecret of %s was used; a registration is signed with the ProductSecret"
                                .formatted(brief(device.id().toString())),
                        () -> method.hex(device.secret(), content(presented))));
        return Stream.of(own, methods, products, devices).flatMap(guess -> guess);
    }

    private static void refuseActivated(Enrolled device) {
        throw new Refusal(
                Refusal.NOT_AUTHORIZED,
                "user name",
                "%s is activated and cannot register again"
                        .formatted(brief(device.id().toString())),
                "To use it write {%s: \"<its DeviceSecret, %s>\"} into /usr/secret.json, or reset it ('qpy cloud reset')"
                        .formatted(quoted(device.id().name()), Secrets.shown(device.secret())));
    }

    private static Message push(DeviceId id, String secret) {
        String json = Json.text(Json.of("productKey", id.product(), "deviceName", id.name(), "deviceSecret", secret));
        return new Message(TOPIC, Payload.of(json), 0, false);
    }

    /** Such a connection is for the one message. */
    private static final class WaitOnly implements TopicRules {
        private static final String REASON = "a connection that registers can only wait for " + TOPIC;

        @Override
        public Optional<String> objectionToPublish(Message message) {
            return Optional.of(REASON);
        }

        @Override
        public Optional<String> objectionToSubscribe(String filter, int qos) {
            return filter.equals(TOPIC) ? Optional.empty() : Optional.of(REASON);
        }
    }
}
