package io.qpy.testing;

import io.qpy.device.Device;
import io.qpy.device.console.Console;
import io.qpy.device.flash.Flash;
import io.qpy.sandbox.Sandbox;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Config;
import io.qpy.wiring.Policy;
import io.qpy.wiring.Wiring;
import io.qpy.wiring.WorldTime;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A fresh device with a small internet of its own, for one test file, or for a test in Java. Closing it ends the internet; the session closes the
 * device.
 */
final class TestBed implements AutoCloseable {
    private final Clouds clouds;
    private final Wiring wiring;
    private final Device device;

    TestBed(Path usr, Policy policy, Console console, TestNotices notices) throws IOException {
        Config config = Config.of(usr);
        WorldTime time = WorldTime.ofTest(policy.time()).seeded(policy.seed());
        clouds = Clouds.forgetful(config, time);
        notices.follow(time::round);
        wiring = new Wiring(policy, config, notices.notices(), clouds, null);
        device = wiring.device(Flash.inMemory(usr, config.ignored()), console);
    }

    Device device() {
        return device;
    }

    Sandbox sandbox() {
        return wiring.sandbox();
    }

    Clouds clouds() {
        return clouds;
    }

    @Override
    public void close() {
        wiring.close();
    }
}
