package io.qpy.sandbox.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;

/** Who may log in: first what a test has scripted, then the rules of MQTT, then the admission. */
final class Gate {
    private static final int IDENTIFIER_REJECTED = 2;

    private final Admission admission;
    private final Deque<Verdict> scripted = new ArrayDeque<>();
    private int assigned;

    Gate(Admission admission) {
        this.admission = admission;
    }

    void refuseNext(Verdict.Refused refusal) {
        scripted.add(refusal);
    }

    /** An empty client id stands for one that the server makes (MQTT 3.1.1 section 3.1.3.1). */
    Login named(Login login) {
        boolean assign = login.clientId().isEmpty() && login.level() > 3 && login.cleanSession();
        return assign ? login.withClientId("sandbox-" + ++assigned) : login;
    }

    Verdict admit(Login login) {
        if (!scripted.isEmpty()) {
            return scripted.remove();
        }
        if (login.clientId().isEmpty()) {
            return Verdict.refuse(IDENTIFIER_REJECTED, "an empty client id needs MQTT 3.1.1 and a clean session");
        }
        return admission.admit(login);
    }
}
