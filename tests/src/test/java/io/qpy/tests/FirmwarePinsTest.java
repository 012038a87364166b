package io.qpy.tests;

import io.qpy.device.modem.Modem;
import org.junit.jupiter.api.Test;

/** {@code misc}, the card's and the network's rarer calls, and storage that is not there. */
class FirmwarePinsTest {

    @Test
    void aCardWaitsForItsPuk() {
        TestDevice locked = new TestDevice().modem(new Modem(Modem.Identity.SAMPLE, new Modem.State(3, 1, true, 31)));
        locked.prints("sim/puk.py");
    }
}
