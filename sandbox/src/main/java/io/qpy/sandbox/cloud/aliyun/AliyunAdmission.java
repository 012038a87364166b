package io.qpy.sandbox.cloud.aliyun;

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

/** Who may log in to Alibaba's cloud (facts.md 3.20 to 3.29). */
final class AliyunAdmission implements Admission {
    private static final int MIN_KEEP_ALIVE = 30;
    private static final int MAX_KEEP_ALIVE = 1200;

    private final Registry registry;
    private final Strangers strangers;
    private final Registration registration;
    private final AliyunReplies replies;

    AliyunAdmission(Registry registry, Strangers strangers, AliyunReplies replies) {
        this.registry = registry;
        this.strangers = strangers;
        this.registration = new Registration(registry, strangers);
        this.replies = replies;
    }

    @Override
    public Verdict admit(Login login) {
        try {
            Presented presented = Presented.by(login);
            return presented.clientId().get("authType").isPresent()
                    ? registration.answer(login, presented)
                    : device(login, presented);
        } catch (Refusal refusal) {
            return refusal.verdict();
        }
    }

    private Verdict device(Login login, Presented presented) {
        checkSecureMode(login, presented.clientId());
        checkKeepAlive(login.keepAlive());
        DeviceId id = presented.device();
        registry.find(id).ifPresentOrElse(known -> checkSignature(presented, known), () -> stranger(presented));
        login.will().ifPresent(will -> strangers.note(id, "the will is not published: Alibaba offers none"));
        SubDevices behind = new SubDevices();
        return Verdict.accept(id.toString(), new OwnTopics(AliyunTopics.BOOK, id, behind))
                .answeredBy(new RetainNote(id, strangers, message -> replies.answers(id, behind, message)));
    }

    /** Accounts made since August 2022 cannot use plain TCP (facts.md 3.24); older ones can, and the module does. */
    private static void checkSecureMode(Login login, ClientId clientId) {
        String mode = clientId.get("securemode").orElse("");
        String wanted = login.tls() ? "2" : "3";
        if (!mode.equals(wanted)) {
            throw new Refusal(
                    Refusal.NOT_AUTHORIZED,
                    "client id",
                    "%s, but this connection is %s, which is securemode=%s"
                            .formatted(
                                    mode.isEmpty() ? "securemode is missing" : "securemode=" + mode,
                                    login.tls() ? "TLS" : "plain TCP",
                                    wanted));
        }
    }

    private static void checkKeepAlive(int seconds) {
        if (seconds < MIN_KEEP_ALIVE || seconds > MAX_KEEP_ALIVE) {
            throw new Refusal(
                    Refusal.NOT_AUTHORIZED,
                    "keep-alive",
                    "%d s is not within %d to %d s".formatted(seconds, MIN_KEEP_ALIVE, MAX_KEEP_ALIVE));
        }
    }

    private void checkSignature(Presented presented, Enrolled known) {
        if (known.secret().isEmpty()) {
            throw new Refusal(
                    Refusal.NOT_AUTHORIZED,
                    "password",
                    "%s has no DeviceSecret here yet: it gets one by registering"
                            .formatted(brief(known.id().toString())),
                    "If it has registered with an earlier sandbox, write the one of /usr/secret.json into qpy.toml");
        }
        Diagnosis diagnosis = new Diagnosis(registry, presented);
        String expected = presented.clientId().method().hex(known.secret(), diagnosis.content());
        if (!expected.equalsIgnoreCase(presented.password())) {
            throw diagnosis.ofPassword(known);
        }
        if (registry.loggedIn(known.id(), presented.clientId().id())) {
            strangers.tell(known.id(), "activated by its first log-in");
        }
    }

    private void stranger(Presented presented) {
        new Diagnosis(registry, presented).ofUnknown().ifPresent(why -> {
            throw new Refusal(Refusal.CREDENTIALS, "user name", why);
        });
        strangers.logIn(presented.device(), "its DeviceSecret");
    }
}
