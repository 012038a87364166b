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

    private String output(String script) {
        device.run(script);
        assertEquals("", device.errors());
        return device.output();
    }

    @Test
    void answersWithTheVendorsSamples() {
        String script = """
                import net, sim, modem
                print(net.csqQueryPoll(), net.getState(), net.getModemFun())
                print(net.operatorName(), net.getNetMode(), net.getConfig(), net.getSignal(), net.getSignal(1)[1][4:])
                print(net.getCellInfo(), net.getServingCi(), net.getCi(), net.getLac(), net.getMcc(), net.getServingMnc())
                print(len(net.nitzTime()), net.setConfig(5), net.getConfig(), net.setApn('x'), net.getApn())
                print(sim.getStatus(), sim.getImsi(), sim.getIccid(), sim.getPhoneNumber(), sim.getCurSimid())
                print(sim.getSimDet(), sim.setSimDet(1, 0), sim.getSimDet(), sim.switchCard(1))
                print(sim.writePhonebook(9, 3, 'Ada', '123'), sim.readPhonebook(9, 1, 4, ''),
                      sim.readPhonebook(9, 0, 0, 'B'))
                print(sim.verifyPin('0000'), sim.verifyPin('1234'), sim.changePin('1234', '99'), sim.verifyPin('99'))
                print(modem.getDevImei(), modem.getDevModel(), modem.getDevSN(), modem.getDevFwVersion(),
                      modem.getDevProductId(), modem.getDevMAC())
                for call in (lambda: net.setModemFun(2), lambda: net.setConfig(99), lambda: sim.setSimDet(2, 0),
                             lambda: sim.readPhonebook(16, 1, 2, ''), lambda: sim.writePhonebook(9, 501, 'a', '1'),
                             lambda: sim.verifyPin('1' * 16)):
                    try:
                        print(call())
                    except ValueError:
                        pass
                """;
        assertEquals("""
                31 ([1, 26909, 232301323, 7, 0, 0], [1, 26909, 232301323, 7, 0, 0]) 1
                ('CHN-UNICOM', 'UNICOM', '460', '01') (0, '460', '01', 7) (8, False) \
                ([99, 99, 255, 255], [-51, -76, -5, 255]) [18]
                ([], [], [(0, 232301323, 460, 1, 466, 26909, 1650, -51, -5)]) 232301323 [232301323] [26909] [460] 1
                3 0 (5, False) 0 x
                1 460105466870381 89860390845513443049 +8618166328752 0
                (0, 0) 0 (1, 0) -1
                0 (1, [(3, 'Ada', '123')]) (0, [])
                -1 0 0 0
                866327040830317 EC600S D1Q20GM050038341P EC600SCNLAR01A01M08_OCPU_PY Quectel -1
                """, output(script));
    }

    @Test
    void failsWithoutACard() {
        TestDevice without = new TestDevice().modem(new Modem(Modem.Identity.SAMPLE, Modem.State.NO_SIM));
        without.run("""
                import net, sim, dataCall
                print(sim.getStatus(), sim.getImsi(), sim.getIccid(), sim.getPhoneNumber(), sim.verifyPin('1234'))
                print(sim.readPhonebook(9, 1, 2, ''), net.csqQueryPoll(), net.getState(), net.operatorName())
                print(net.getNetMode(), net.nitzTime(), net.getCellInfo(), net.getServingLac())
                print(dataCall.start(1, 0, '', '', '', 0), dataCall.activate(1), dataCall.getInfo(1, 0))
                """);
        assertEquals("", without.errors());
        assertEquals("""
                0 -1 -1 -1 -1
                -1 99 ([0, 0, 0, 10, 0, 0], [0, 0, 0, 10, 0, 0]) -1
                -1 -1 -1 -1
                -1 -1 (1, 0, [0, 0, '0.0.0.0', '0.0.0.0', '0.0.0.0'])
                """, without.output());
    }

    @Test
    void aPinMakesAWaitingCardReady() {
        TestDevice locked = new TestDevice().modem(new Modem(Modem.Identity.SAMPLE, new Modem.State(2, 1, true, 31)));
        locked.run("""
                import checkNet, sim
                print(checkNet.wait_network_connected(1), sim.verifyPin('1234'), checkNet.wait_network_connected(1))
                """);
        assertEquals("(1, 2) 0 (3, 1)\n", locked.output());
    }

    @Test
    void theNetworkGoesWithTheRadio() {
        String script = """
                import net, sim, dataCall
                print(net.setModemFun(4), net.getModemFun(), sim.getStatus(), net.csqQueryPoll(), dataCall.getInfo(1, 0)[2][0])
                print(net.setModemFun(0), sim.getStatus(), sim.getImsi(), dataCall.activate(1))
                """;
        assertEquals("0 4 1 99 0\n0 0 -1 -1\n", output(script));
        assertFalse(modem.state().online());
        modem.setFunction(Modem.FULL_FUNCTION);
        assertTrue(modem.state().online());
    }

    @Test
    void packetDataGoesDownAndUpAndTells() {
        String script = """
                import dataCall, net, _thread
                calls, told = [], _thread.allocate_lock()
                told.acquire()
                def on_change(args):
                    calls.append(args)
                    if len(calls) == 4:
                        told.release()
                print(dataCall.setCallback(on_change), dataCall.getInfo(1, 2))
                print(dataCall.stop(1, 0), dataCall.start(3, 2, 'apn', 'u', 'p', 1), dataCall.getPDPContext(3))
                print(dataCall.getInfo(3, 2), dataCall.getInfo(1, 1), dataCall.getInfo(3, 1)[2][0])
                print(dataCall.setDNSServer(3, 0, '8.8.8.8', '8.8.4.4'), dataCall.getInfo(3, 0)[2][3:])
                net.setModemFun(4)
                net.setModemFun(1)
                told.acquire()
                print(calls)
                print(dataCall.setPDPContext(2, 0, 'a', '', '', 0), dataCall.activate(2), dataCall.getInfo(2, 0)[2][0])
                print(dataCall.setAutoActivate(1, 1), dataCall.setAutoConnect(1, 0), dataCall.setAsynMode(0))
                for call in (lambda: dataCall.getInfo(0, 0), lambda: dataCall.getInfo(8, 0), lambda: dataCall.getInfo(1, 3),
                             lambda: dataCall.start(1, 0, 'a' * 64), lambda: dataCall.start(1, 0, '', 'u' * 16),
                             lambda: dataCall.start(1, 0, '', '', '', 3), lambda: dataCall.setAutoConnect(1, 2)):
                    try:
                        print(call())
                    except ValueError:
                        pass
                """;
        assertEquals("""
                0 (1, 2, [1, 0, '10.91.44.177', '58.242.2.2', '218.104.78.2'], [0, 0, '::', '::', '::'])
                0 0 (2, 'apn', 'u', 'p', 1)
                (3, 2, [1, 0, '10.91.44.179', '58.242.2.2', '218.104.78.2'], \
                [1, 0, '2001:db8::3', '2001:db8::53', '2001:db8::54']) (1, 1, [0, 0, '::', '::', '::']) 1
                0 ['8.8.8.8', '8.8.4.4']
                [[1, 0], [3, 1], [3, 0], [3, 1]]
                0 0 1
                0 0 0
                """, output(script));
    }

    @Test
    void switchingOffEndsTheRun() {
        Outcome outcome = device.run("""
                from misc import Power
                print(Power.powerOnReason(), Power.powerDownReason(), Power.getVbatt())
                Power.powerRestart()
                print('not reached')
                """);
        assertEquals(0, outcome.exitCode());
        assertEquals("1 1 3800\n", device.output());
        assertEquals("", device.errors());
        assertEquals(List.of("the script has restarted the module (misc.Power.powerRestart)"), device.notices());
    }
}
