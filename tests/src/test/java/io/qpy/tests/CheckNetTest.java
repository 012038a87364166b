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
        String script = """
                import _thread, dataCall, net, utime
                net.setModemFun(4)
                def later():
                    utime.sleep_ms(50)
                    net.setModemFun(1)
                    dataCall.start(1, 0, 'apn', '', '', 0)
                _thread.start_new_thread(later, ())
                print(checkNet.waitNetworkReady())
                print(checkNet.waitNetworkReady(timeout=1), checkNet.wait_network_connected(timeout_s=3600))
                for timeout in (0, 3601, -1):
                    try:
                        checkNet.wait_network_connected(timeout)
                    except OSError as e:
                        print(e)
                """;
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
        String script = """
                check = checkNet.CheckNetwork('A project', '1.0.0')
                check.poweron_print_once()
                print(check.PROJECT_NAME, check.PROJECT_VERSION, check.FIRMWARE_VERSION, check.POWERON_REASON)
                """;
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
