package io.qpy.sandbox.mqtt;

/** Decides who may log in, on the reactor's thread: it must not wait for anything. */
@FunctionalInterface
public interface Admission {
    /** Anyone, and each client id is a device of its own. */
    Admission ANYONE = login -> Verdict.accept(login.clientId(), TopicRules.ANYTHING);

    Verdict admit(Login login);
}
