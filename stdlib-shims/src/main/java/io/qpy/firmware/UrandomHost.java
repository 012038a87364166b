package io.qpy.firmware;

import io.qpy.module.Exposed;
import java.util.Random;

/** The host object of {@code urandom}. */
final class UrandomHost {
    private final Random random;

    UrandomHost(Random random) {
        this.random = random;
    }

    /** What a generator begins with. */
    @Exposed
    long seed() {
        return random.nextLong();
    }
}
