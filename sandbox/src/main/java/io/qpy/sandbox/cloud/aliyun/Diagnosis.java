package io.qpy.sandbox.cloud.aliyun;

import static io.qpy.sandbox.journal.Event.brief;
import static io.qpy.sandbox.journal.Event.quoted;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.Enrolled;
import io.qpy.sandbox.cloud.Guess;
import io.qpy.sandbox.cloud.Hmac;
import io.qpy.sandbox.cloud.Refusal;
import io.qpy.sandbox.cloud.Registry;
import io.qpy.sandbox.cloud.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds out why a log-in's signature does not fit, by signing as people do by mistake. */
final class Diagnosis {
    private final Registry registry;
    private final Presented presented;
    private final String id;
    private final Hmac method;
    private final Optional<String> timestamp;

    Diagnosis(Registry registry, Presented presented) {
        this.registry = registry;
        this.presented = presented;
        this.id = presented.clientId().id();
        this.method = presented.clientId().method();
        this.timestamp = presented.clientId().get("timestamp");
    }

    /** What the device of that name has to sign. */
    String content() {
        return Content.ofLogin(id, presented.device(), timestamp);
    }

    /** Why the password is not that of the known device. */
    Refusal ofPassword(Enrolled known) {
        String expected = method.hex(known.secret(), content());
        Optional<String> cause = cause(known, expected);
        String look = "Expected %s of %s with the DeviceSecret %s, which is %s; got %s"
                .formatted(
                        method.label(),
                        quoted(content()),
                        Secrets.shown(known.secret()),
                        Secrets.signature(expected),
                        Secrets.signature(presented.password()));
        return new Refusal(
                Refusal.CREDENTIALS,
                "password",
                cause.orElse("it is signed with another DeviceSecret than that of %s, or with other names"
                        .formatted(brief(known.id().toString()))),
                cause.isPresent() ? look : "Look at DeviceSecret in the script and in qpy.toml. " + look);
    }

    /** Why a device that nobody knows is likely to be one that is known; empty if nothing says so. */
    Optional<String> ofUnknown() {
        DeviceId device = presented.device();
        if (registry.find(device.swapped()).isPresent()) {
            return Optional.of("product key and device name are swapped: it is DeviceName&ProductKey, here %s"
                    .formatted(brief(device.swapped().toString())));
        }
        return registry.all().stream()
                .flatMap(known -> likeness(known).stream())
                .findFirst();
    }

    private Optional<String> likeness(Enrolled known) {
        DeviceId device = presented.device();
        if (known.id().resembles(device)) {
            return Optional.of("%s differs only in upper and lower case or in blanks from %s, which is known"
                    .formatted(brief(device.toString()), brief(known.id().toString())));
        }
        boolean signs = signs(known.secret(), known.id()) || signs(known.secret(), device);
        return signs && !known.secret().isEmpty()
                ? Optional.of("nobody knows %s, but the password is signed with the DeviceSecret of %s"
                        .formatted(brief(device.toString()), brief(known.id().toString())))
                : Optional.empty();
    }

    private boolean signs(String secret, DeviceId device) {
        return method.hex(secret, Content.ofLogin(id, device, timestamp)).equalsIgnoreCase(presented.password());
    }

    private Optional<String> cause(Enrolled known, String expected) {
        return form(known.secret())
                .or(() -> Guess.damage(expected, presented.password()))
                .or(() -> Guess.explain(guesses(known), presented.password()))
                .or(this::length);
    }

    private Optional<String> form(String secret) {
        String password = presented.password();
        if (password.equals(secret)) {
            return Optional.of("it is the DeviceSecret itself and not a signature made with it");
        }
        if (password.isEmpty()) {
            return Optional.of("it is empty");
        }
        byte[] digest = method.digest(secret.getBytes(StandardCharsets.UTF_8), content());
        if (password.strip().equals(Base64.getEncoder().encodeToString(digest))) {
            return Optional.of("the right signature is written in base64, and it must be in hex");
        }
        if (password.strip().equalsIgnoreCase(method.hex(secret, content())) && !password.equals(password.strip())) {
            return Optional.of("blanks or a line's end stand around the right signature");
        }
        return Optional.empty();
    }

    private Optional<String> length() {
        int length = presented.password().length();
        if (length == method.hexLength() && presented.password().matches("(?i)[0-9a-f]*")) {
            return Optional.empty();
        }
        String like = Hmac.ofLength(length)
                .map(other -> ", the length of " + other.label())
                .orElse("");
        return Optional.of(
                "it has %d characters%s; %s in hex has %d".formatted(length, like, method.label(), method.hexLength()));
    }

    private Stream<Guess> guesses(Enrolled known) {
        return Stream.of(methods(known), contents(known), ids(known), keys(known), others())
                .flatMap(guess -> guess);
    }

    private Stream<Guess> methods(Enrolled known) {
        return Arrays.stream(Hmac.values())
                .map(other -> new Guess(
                        "it is made with %s, but the client id says signmethod=%s"
                                .formatted(other.label(), method.label()),
                        () -> other.hex(known.secret(), content())));
    }

    private Stream<Guess> contents(Enrolled known) {
        DeviceId device = presented.device();
        DeviceId lower = new DeviceId(device.product().toLowerCase(Locale.ROOT), device.name());
        return Stream.of(
                guess(
                        known,
                        "timestamp=%s of the client id is not signed".formatted(timestamp.orElse("")),
                        Content.ofLogin(id, device, Optional.empty())),
                guess(
                        known,
                        "product key and device name are swapped in what was signed",
                        Content.ofLogin(id, device.swapped(), timestamp)),
                guess(known, "the product key was signed in lower case", Content.ofLogin(id, lower, timestamp)),
                guess(known, "clientId was not signed", Content.ofNames(device)),
                guess(
                        known,
                        "the whole client id with its |…| was signed; only the id before the first | is",
                        Content.ofLogin(presented.clientId().text(), device, timestamp)),
                guess(
                        known,
                        "only the values were signed; each stands after its name",
                        id + device.name() + device.product() + timestamp.orElse("")),
                guess(
                        known,
                        "productKey was signed before deviceName; the order is clientId, deviceName, productKey",
                        "clientId%sproductKey%sdeviceName%s".formatted(id, device.product(), device.name())));
    }

    /** Other client ids that may have been signed. */
    private Stream<Guess> ids(Enrolled known) {
        DeviceId device = presented.device();
        Stream<String> likely = Stream.of(
                "",
                "None",
                device.name(),
                device.product(),
                device.toString(),
                device.product() + "." + device.name(),
                id.toLowerCase(Locale.ROOT),
                id.toUpperCase(Locale.ROOT),
                id.strip());
        Stream<String> shorter =
                IntStream.range(0, id.length()).mapToObj(i -> id.substring(0, i) + id.substring(i + 1));
        return Stream.of(known.clientId().stream(), likely, shorter)
                .flatMap(ids -> ids)
                .map(other -> guess(
                        known,
                        "clientId was %s when it was signed, but the client id field says %s"
                                .formatted(brief(other), brief(id)),
                        Content.ofLogin(other, device, timestamp)));
    }

    private Stream<Guess> keys(Enrolled known) {
        String secret = known.secret();
        Stream<Guess> spelled = Stream.of(
                key("the key was the DeviceSecret with a line's end", secret + "\n"),
                key("the key was the DeviceSecret with a blank before it", " " + secret),
                key("the key was the DeviceSecret with a blank after it", secret + " "),
                key("the key was the DeviceSecret in upper case", secret.toUpperCase(Locale.ROOT)),
                key("the key was the DeviceSecret in lower case", secret.toLowerCase(Locale.ROOT)),
                key(
                        "the key was the ProductSecret; a log-in is signed with the DeviceSecret",
                        registry.productSecret(presented.device().product())),
                key("the key was empty: no DeviceSecret was given", ""),
                key("the key was the text None: no DeviceSecret was given", "None"));
        Stream<Guess> former = known.former().stream()
                .map(old -> key("the key was the secret of an earlier registration, void since the next one", old));
        return Stream.concat(spelled, former);
    }

    /** The secrets of other devices, with their names and with these. */
    private Stream<Guess> others() {
        return registry.all().stream()
                .filter(other -> !other.id().equals(presented.device())
                        && !other.secret().isEmpty())
                .flatMap(other -> Stream.of(
                        key(
                                "the DeviceSecret of %s was used"
                                        .formatted(brief(other.id().toString())),
                                other.secret()),
                        guess(
                                other,
                                "it is the password of %s, but the user name says %s"
                                        .formatted(
                                                brief(other.id().toString()),
                                                brief(presented.device().toString())),
                                Content.ofLogin(id, other.id(), timestamp))));
    }

    private Guess key(String mistake, String key) {
        return new Guess(mistake, () -> method.hex(key, content()));
    }

    private Guess guess(Enrolled signer, String mistake, String content) {
        return new Guess(mistake, () -> method.hex(signer.secret(), content));
    }
}
