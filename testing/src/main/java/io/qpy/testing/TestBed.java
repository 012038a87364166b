package io.qpy.testing;

import io.qpy.device.Console;
import io.qpy.device.Device;
import io.qpy.device.Notices;
import java.io.IOException;

/** A device with its small internet, for one test file. Closing it ends the internet; the session closes the device. */
public interface TestBed extends AutoCloseable {
    Device device();

    @Override
    void close();

    /** Makes them. */
    @FunctionalInterface
    interface Factory {
        TestBed open(TestFile file, Console console, Notices notices) throws IOException;
    }
}
