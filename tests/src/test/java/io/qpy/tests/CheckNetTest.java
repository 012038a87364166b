package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.device.modem.Modem;
import org.junit.jupiter.api.Test;

class CheckNetTest {
    private static String output(int sim, int registration, boolean pdp, String script) {
        TestDevice device =
                new TestDevice().modem(new Modem(Modem.Identity.SAMPLE, new Modem.State(sim, registration, pdp, 20)));
        device.run("import checkNet\n" + script);
        assertEquals("", device.errors());
        return device.output();
    }

    private static void assertResult(String expected, int sim, int registration, boolean pdp) {
        assertEquals(
                expected + "\n",
                output(sim, registration, pdp, "print(checkNet.CheckNetwork('p', '1').wait_network_connected(1))"));
    }

    @Test
    void tellsHowFarItCame() {
        assertResult("(3, 1)", 1, 1, true);
        assertResult("(3, 1)", 1, 5, true);
        assertResult("(1, 0)", 0, 0, false);
        assertResult("(1, 2)", 2, 0, false);
        assertResult("(1, 7)", 7, 1, true);
    }

    @Test
    void waitsForWhatMayChange() {
        assertResult("(1, 18)", 18, 0, false);
        assertResult("(2, 2)", 1, 2, false);
        assertResult("(2, 3)", 1, 3, true);
        assertResult("(2, -1)", 1, -1, false);
        assertResult("(3, 0)", 1, 1, false);
    }

    @Test
    void seesTheNetworkComeUp() {
        String script = Scripts.source("check_net/network_comes.py");
        assertEquals("""
                (3, 1)
                (3, 1) (3, 1)
                timeout_s should be in [1, 3600]s!
                timeout_s should be in [1, 3600]s!
                timeout_s should be in [1, 3600]s!
                """, output(1, 1, false, script));
    }

    @Test
    void printsTheBanner() {
        String script = Scripts.source("check_net/banner.py");
        assertEquals("""
                ==================================================
                PROJECT_NAME     : A project
                PROJECT_VERSION  : 1.0.0
                FIRMWARE_VERSION : EC600SCNLAR01A01M08_OCPU_PY
                POWERON_REASON   : 1
                SIM_CARD_STATUS  : 1
                ==================================================
                A project 1.0.0 EC600SCNLAR01A01M08_OCPU_PY 1
                """, output(1, 1, true, script));
    }
}
