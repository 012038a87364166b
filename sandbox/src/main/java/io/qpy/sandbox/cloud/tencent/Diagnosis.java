package io.qpy.sandbox.cloud.tencent;

import static io.qpy.sandbox.journal.Event.brief;
import static io.qpy.sandbox.journal.Event.quoted;

import io.qpy.sandbox.cloud.Enrolled;
import io.qpy.sandbox.cloud.Guess;
import io.qpy.sandbox.cloud.Hmac;
import io.qpy.sandbox.cloud.Refusal;
import io.qpy.sandbox.cloud.Registry;
import io.qpy.sandbox.cloud.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out why a log-in's signature does not fit, by signing as people do by mistake. */
final class Diagnosis {
    private final Registry registry;
    private final Presented presented;

    Diagnosis(Registry registry, Presented presented) {
        this.registry = registry;
        this.presented = presented;
    }

    /** Why the password is not that of the known device, whose key is {@code psk}. */
    Refusal ofPassword(Enrolled known, byte[] psk) {
        String expected = presented.method().hex(psk, presented.user());
        Optional<String> cause = cause(known, psk, expected);
        String look = "Expected %s of the user name %s with the psk %s, decoded from base64, which is %s; got %s"
                .formatted(
                        presented.method().label(),
                        quoted(presented.user()),
                        Secrets.shown(known.secret()),
                        Secrets.signature(expected),
                        Secrets.signature(presented.signature()));
        return new Refusal(
                Refusal.CREDENTIALS,
                "password",
                cause.orElse(
                        "it is signed with another psk than that of %s, or with another user name (connid or expiry)"
                                .formatted(brief(known.id().toString()))),
                cause.isPresent() ? look : "Look at devicePsk in the script and in qpy.toml. " + look);
    }

    /** Why a device that nobody knows is likely to be one that is known; empty if nothing says so. */
    Optional<String> ofUnknown() {
        return registry.all().stream()
                .flatMap(known -> likeness(known).stream())
                .findFirst();
    }

    private Optional<String> likeness(Enrolled known) {
        if (known.id().resembles(presented.device())) {
            return Optional.of("%s differs only in upper and lower case from %s, which is known"
                    .formatted(
                            brief(presented.device().toString()),
                            brief(known.id().toString())));
        }
        String clientId = presented.device().product() + presented.device().name();
        if (clientId.equals(known.id().name() + known.id().product())) {
            return Optional.of("product id and device name are swapped: the product id comes first, here %s"
                    .formatted(brief(known.id().product())));
        }
        boolean signs = !known.secret().isEmpty() && signs(known, presented.user());
        boolean signsItsOwn = !known.secret().isEmpty() && signs(known, userOf(known));
        return signs || signsItsOwn
                ? Optional.of("nobody knows %s, but the password is signed with the psk of %s"
                        .formatted(
                                brief(presented.device().toString()),
                                brief(known.id().toString())))
                : Optional.empty();
    }

    private boolean signs(Enrolled known, String user) {
        return sign(known.secret(), user).equalsIgnoreCase(presented.signature());
    }

    private String userOf(Enrolled known) {
        return known.id().product() + known.id().name() + rest();
    }

    /** The user name from its first semicolon on. */
    private String rest() {
        return presented.user().substring(presented.user().indexOf(';'));
    }

    /** A psk that is not base64 signs nothing that anybody sends. */
    private String sign(String psk, String content) {
        return Psk.decode(psk).map(key -> presented.method().hex(key, content)).orElse("");
    }

    private Optional<String> cause(Enrolled known, byte[] psk, String expected) {
        return form(known)
                .or(() -> Guess.damage(expected, presented.signature()))
                .or(() -> Guess.explain(guesses(known, psk), presented.signature()))
                .or(this::length);
    }

    private Optional<String> form(Enrolled known) {
        if (presented.signature().isEmpty()) {
            return Optional.of("the signature before its ; is empty");
        }
        return presented.signature().equals(known.secret())
                ? Optional.of("it is the psk itself and not a signature made with it")
                : Optional.empty();
    }

    private Optional<String> length() {
        int length = presented.signature().length();
        if (length == presented.method().hexLength() && presented.signature().matches("(?i)[0-9a-f]*")) {
            return Optional.empty();
        }
        return Optional.of("the signature before its ; has %d characters; %s in hex has %d"
                .formatted(
                        length, presented.method().label(), presented.method().hexLength()));
    }

    private Stream<Guess> guesses(Enrolled known, byte[] psk) {
        return Stream.of(methods(psk), keys(known), contents(known), others()).flatMap(guess -> guess);
    }

    private Stream<Guess> methods(byte[] psk) {
        return Arrays.stream(Hmac.values())
                .map(other -> new Guess(
                        "it is made with %s, but says ;%s"
                                .formatted(other.label(), presented.method().label()),
                        () -> other.hex(psk, presented.user())));
    }

    private Stream<Guess> keys(Enrolled known) {
        String product = registry.productSecret(presented.device().product());
        Stream<Guess> spelled = Stream.of(
                raw("the key was the psk's base64 text; it must be decoded first", known.secret()),
                raw("the key was the ProductSecret; a log-in is signed with the device's psk", product),
                raw("the key was empty: no psk was given", ""));
        Stream<Guess> former = known.former().stream()
                .map(old -> new Guess(
                        "the key was the psk of an earlier registration, void since the next one",
                        () -> sign(old, presented.user())));
        return Stream.concat(spelled, former);
    }

    private Stream<Guess> contents(Enrolled known) {
        String clientId = known.id().product() + known.id().name();
        return Stream.of(
                new Guess(
                        "only the client id was signed; the whole user name is", () -> sign(known.secret(), clientId)),
                new Guess(
                        "the user name was signed in lower case",
                        () -> sign(known.secret(), presented.user().toLowerCase(Locale.ROOT))),
                new Guess(
                        "product id and device name are swapped in what was signed",
                        () -> sign(
                                known.secret(), known.id().name() + known.id().product() + rest())));
    }

    private Stream<Guess> others() {
        return registry.all().stream()
                .filter(other -> !other.id().equals(presented.device())
                        && !other.secret().isEmpty())
                .flatMap(other -> Stream.of(
                        new Guess(
                                "the psk of %s was used"
                                        .formatted(brief(other.id().toString())),
                                () -> sign(other.secret(), presented.user())),
                        new Guess(
                                "it is the password of %s, but the user name is that of %s"
                                        .formatted(
                                                brief(other.id().toString()),
                                                brief(presented.device().toString())),
                                () -> sign(other.secret(), userOf(other)))));
    }

    private Guess raw(String mistake, String key) {
        return new Guess(mistake, () -> presented.method().hex(key.getBytes(StandardCharsets.UTF_8), presented.user()));
    }
}
