package io.qpy.sandbox.cloud.tencent;

import static io.qpy.sandbox.journal.Event.brief;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.Enrolled;
import io.qpy.sandbox.cloud.OwnTopics;
import io.qpy.sandbox.cloud.Refusal;
import io.qpy.sandbox.cloud.Registry;
import io.qpy.sandbox.cloud.RetainNote;
import io.qpy.sandbox.cloud.Strangers;
import io.qpy.sandbox.cloud.SubDevices;
import io.qpy.sandbox.mqtt.Admission;
import io.qpy.sandbox.mqtt.Login;
import io.qpy.sandbox.mqtt.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Who may log in to Tencent's cloud (facts.md 4.12 to 4.14). */
final class TencentAdmission implements Admission {
    /** One page says 60 to 850 (facts.md 4.13); the wider range is the one on MQTT's own page. */
    private static final int MAX_KEEP_ALIVE = 900;

    private final Registry registry;
    private final Strangers strangers;
    private final TencentReplies replies;
    private final Clock clock;

    TencentAdmission(Registry registry, Strangers strangers, TencentReplies replies, Clock clock) {
        this.registry = registry;
        this.strangers = strangers;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public Verdict admit(Login login) {
        try {
            return accept(login, Presented.by(login));
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
    }

    private Verdict accept(Login login, Presented presented) {
        checkKeepAlive(login.keepAlive());
        DeviceId id = presented.device();
        registry.find(id).ifPresentOrElse(known -> checkSignature(presented, known), () -> stranger(presented));
        checkExpiry(presented.expiry());
        if (registry.find(id).isPresent() && registry.loggedIn(id, login.clientId())) {
            strangers.tell(id, "activated by its first log-in");
        }
        login.will().ifPresent(will -> strangers.note(id, "the will is not published: Tencent offers none"));
        SubDevices behind = new SubDevices();
        return Verdict.accept(id.toString(), new OwnTopics(TencentTopics.BOOK, id, behind))
                .answeredBy(new RetainNote(id, strangers, message -> replies.answers(id, behind, message)));
    }

    private static void checkKeepAlive(int seconds) {
        if (seconds > MAX_KEEP_ALIVE) {
            throw new Refusal(
                    Refusal.NOT_AUTHORIZED,
                    "keep-alive",
                    "%d s is not within 0 to %d s".formatted(seconds, MAX_KEEP_ALIVE));
        }
    }

    private void checkExpiry(long expiry) {
        long now = clock.instant().getEpochSecond();
        if (expiry < now) {
            throw new Refusal(
                    Refusal.CREDENTIALS,
                    "user name",
                    "expiry %d is %s, which was %s ago"
                            .formatted(expiry, Instant.ofEpochSecond(expiry), period(now - expiry)),
                    "Either it was made too long ago, or the device's clock is off: set it with ntptime.settime()");
        }
    }

    private static String period(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        if (time.toDays() > 0) {
            return time.toDays() + " days";
        }
        return time.toHours() > 0 ? time.toHours() + " h" : seconds + " s";
    }

    private void checkSignature(Presented presented, Enrolled known) {
        if (known.secret().isEmpty()) {
            throw new Refusal(
                    Refusal.NOT_AUTHORIZED,
                    "password",
                    "%s has no psk here yet: it gets one by registering"
                            .formatted(brief(known.id().toString())),
                    "If it has registered with an earlier sandbox, write the one of /usr/tx_secret.json into qpy.toml");
        }
        byte[] psk = Psk.decode(known.secret())
                .orElseThrow(() -> new Refusal(
                        Refusal.CREDENTIALS,
                        "password",
                        "it cannot be checked: the psk of %s in qpy.toml is not base64"
                                .formatted(brief(known.id().toString()))));
        if (!presented.method().hex(psk, presented.user()).equalsIgnoreCase(presented.signature())) {
            throw new Diagnosis(registry, presented).ofPassword(known, psk);
        }
    }

    private void stranger(Presented presented) {
        new Diagnosis(registry, presented).ofUnknown().ifPresent(why -> {
            throw new Refusal(Refusal.CREDENTIALS, "client id and user name", why);
        });
        strangers.logIn(presented.device(), "its psk in base64");
    }
}
