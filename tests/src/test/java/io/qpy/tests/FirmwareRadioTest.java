package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.modem.Modem;
import io.qpy.runtime.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code sim}, {@code net}, {@code dataCall}, {@code modem} and {@code misc}: one modem behind all. */
class FirmwareRadioTest {
    private final Modem modem = new Modem(Modem.Identity.SAMPLE, Modem.State.ONLINE);
    private final TestDevice device = new TestDevice().modem(modem);

    @Test
    void failsWithoutACard() {
        TestDevice without = new TestDevice().modem(new Modem(Modem.Identity.SAMPLE, Modem.State.NO_SIM));
        without.prints("sim/no_card.py");
    }

    @Test
    void aPinMakesAWaitingCardReady() {
        TestDevice locked = new TestDevice().modem(new Modem(Modem.Identity.SAMPLE, new Modem.State(2, 1, true, 31)));
        locked.prints("sim/waiting_for_pin.py");
    }

    @Test
    void theNetworkGoesWithTheRadio() {
        device.prints("net/radio_off.py");
        assertFalse(modem.state().online());
        modem.setFunction(Modem.FULL_FUNCTION);
        assertTrue(modem.state().online());
    }

    @Test
    void switchingOffEndsTheRun() {
        Outcome outcome = device.prints("misc/restart.py");
        assertEquals(0, outcome.exitCode());
        assertEquals(List.of("the script has restarted the module (misc.Power.powerRestart)"), device.notices());
    }
}
