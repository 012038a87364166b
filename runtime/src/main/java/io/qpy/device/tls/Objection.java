package io.qpy.device.tls;

import org.bouncycastle.tls.AlertDescription;

/**
 * Why a certificate would not pass.
 *
 * @param alert what TLS calls it (RFC 8446, section 6.2)
 * @param text for the person at the PC
 */
record Objection(short alert, String text) {
    static Objection unreadable(String why) {
        return new Objection(AlertDescription.bad_certificate, "it cannot be read: " + why);
    }

    static Objection noHost() {
        return new Objection(
                AlertDescription.bad_certificate,
                "nobody can tell whether it is the right host's: the script gives no server_hostname");
    }

    boolean isAboutIssuer() {
        return alert == AlertDescription.unknown_ca;
    }
}
