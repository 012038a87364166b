package io.qpy.sandbox.ntp;

import java.time.Instant;

/** Seconds since 1900-01-01 UTC, modulo 2^32 (the next era begins in 2036), and the fraction in units of 2^-32 s. */
record NtpTimestamp(int seconds, int fraction) {
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

    static NtpTimestamp of(Instant instant) {
        long fraction = ((long) instant.getNano() << 32) / 1_000_000_000;
        return new NtpTimestamp((int) (instant.getEpochSecond() + SECONDS_1900_TO_1970), (int) fraction);
    }
}
