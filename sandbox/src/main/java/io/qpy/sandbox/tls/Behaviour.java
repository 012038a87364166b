package io.qpy.sandbox.tls;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ProtocolVersion;

/** What an endpoint can be told to do, each by one word. */
public enum Behaviour {
    GOOD("a certificate that would pass, by the sandbox's authority", Specimen.GOOD),
    EXPIRED("a certificate that expired yesterday", Specimen.EXPIRED),
    NOT_YET_VALID("a certificate that is not valid for weeks", Specimen.NOT_YET_VALID),
    WRONG_HOST("a certificate for another host", Specimen.WRONG_HOST),
    SELF_SIGNED("a certificate that signed itself", Specimen.SELF_SIGNED),
    UNKNOWN_ISSUER("a certificate by an authority that nobody knows", Specimen.UNKNOWN_ISSUER),
    REVOKED("a certificate that its authority has revoked", Specimen.REVOKED),
    WEAK_KEY("a certificate with an RSA key of 1024 bits", Specimen.WEAK_KEY),
    WEAK_SIGNATURE("a certificate signed with SHA-1", Specimen.WEAK_SIGNATURE),
    CLIENT_CERTIFICATE("wants a certificate of the client's, any", Specimen.GOOD),
    TLS1_2("speaks TLS 1.2 only", Specimen.GOOD),
    TLS1_3("speaks TLS 1.3 only", Specimen.GOOD),
    TLS1_1("speaks TLS 1.1 only, which no module does", Specimen.GOOD),
    NO_COMMON_SUITE("has no cipher suite that a module has", Specimen.GOOD),
    HANGS_UP("closes the connection in the middle of the handshake", Disturbance.HANG_UP),
    SILENT("never answers", Disturbance.SILENCE),
    GARBAGE("answers with bytes that are not TLS", Disturbance.GARBAGE),
    PLAIN_HTTP("speaks HTTP without TLS", Disturbance.PLAIN_HTTP),
    LONG_RECORD("sends a record longer than TLS allows", Disturbance.LONG_RECORD);

    private final String text;
    private final Specimen specimen;
    private final Disturbance disturbance;

    Behaviour(String text, Specimen specimen) {
        this(text, specimen, Disturbance.NONE);
    }

    Behaviour(String text, Disturbance disturbance) {
        this(text, Specimen.GOOD, disturbance);
    }

    Behaviour(String text, Specimen specimen, Disturbance disturbance) {
        this.text = text;
        this.specimen = specimen;
        this.disturbance = disturbance;
    }

    /** As a host name has it: {@code wrong-host}. */
    public String word() {
        String word = name().toLowerCase(Locale.ROOT);
        return word.replace('_', '-');
    }

    /** For a person. */
    public String text() {
        return text;
    }

    static Optional<Behaviour> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equalsIgnoreCase(word))
                .findFirst();
    }

    EndpointPlan plan() {
        return new EndpointPlan(specimen, suites(), versions(), this == CLIENT_CERTIFICATE, disturbance);
    }

    private List<Integer> suites() {
        return this == NO_COMMON_SUITE ? List.of(CipherSuite.TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA) : Suites.USUAL;
    }

    private List<ProtocolVersion> versions() {
        return switch (this) {
            case TLS1_1 -> List.of(ProtocolVersion.TLSv11);
            case TLS1_2, NO_COMMON_SUITE -> List.of(ProtocolVersion.TLSv12);
            case TLS1_3 -> List.of(ProtocolVersion.TLSv13);
            default -> List.of(ProtocolVersion.TLSv13, ProtocolVersion.TLSv12);
        };
    }
}
