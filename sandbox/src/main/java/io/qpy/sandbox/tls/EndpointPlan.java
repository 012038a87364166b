package io.qpy.sandbox.tls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.tls.ProtocolVersion;

/** What one endpoint does. */
record EndpointPlan(
        Specimen specimen,
        List<Integer> suites,
        List<ProtocolVersion> versions,
        boolean wantsCertificate,
        Disturbance disturbance) {
    private static final String ONE_SUITE = "suite-";

    /** By a word of {@link Behaviour}'s, or {@code suite-c02b}, {@code suite-TLS_…}: that one only. */
    static Optional<EndpointPlan> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith(ONE_SUITE)
                ? Suites.of(word.substring(ONE_SUITE.length())).map(EndpointPlan::only)
                : Behaviour.of(lower).map(Behaviour::plan);
    }

    private static EndpointPlan only(int suite) {
        ProtocolVersion version = Suites.isTls13(suite) ? ProtocolVersion.TLSv13 : ProtocolVersion.TLSv12;
        return new EndpointPlan(Specimen.GOOD, List.of(suite), List.of(version), false, Disturbance.NONE);
    }

    /** The server's key: the one for its suites, unless the specimen has its own. */
    KeyKind key() {
        return specimen.key(suites.size() == 1 ? Suites.key(suites.get(0)) : KeyKind.EC);
    }
}
