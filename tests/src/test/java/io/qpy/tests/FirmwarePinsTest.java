package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.device.modem.Modem;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import org.junit.jupiter.api.Test;

/** {@code misc}, the card's and the network's rarer calls, and storage that is not there. */
class FirmwarePinsTest {
    private static String output(TestDevice device, String script) {
        device.run(script);
        assertEquals("", device.errors());
        return device.output();
    }

    @Test
    void pinsAndPorts() {
        String script = """
                from misc import PWM, ADC, USB, USBNET, PowerKey
                pulse = PWM(PWM.PWM1, PWM.ABOVE_MS, 1, 2)
                print(pulse, pulse.open(), pulse.close(), PWM(0, 0, 0, 0).open())
                adc = ADC()
                print(adc.read(ADC.ADC0), adc.open(), adc.read(ADC.ADC0), adc.read(4), adc.close(), adc.read(0))
                print(USB().getStatus(), USB().setCallback(print), PowerKey().powerKeyEventRegister(print))
                print(USBNET.get_worktype(), USBNET.set_worktype(USBNET.Type_RNDIS), USBNET.get_worktype())
                print(USBNET.get_status(), USBNET.open(), USBNET.get_status(), USBNET.close(), USBNET.getNat(0, 1))
                for wrong in ((4, 0, 1, 2), (0, 4, 1, 2), (0, 0, 3, 2), (0, 0, 1, 65536)):
                    try:
                        print(PWM(*wrong))
                    except ValueError as e:
                        print(e)
                """;
        assertEquals("""
                PWM(pin:1 high time:1 cycle_time:2) 0 0 -1
                -1 0 0 -1 0 -1
                1 0 0
                1 0 3
                0 0 1 0 -1
                invalid PWMn value, must be in {0~3}.
                invalid cycle_range value, must be in {0:us, 1:ms, 2:10us, 3:below us}.
                invalid high_time value, must less more cycle_time or be equal to cycle_time
                invalid cycle_time value, must be in {0~65535}
                """, output(new TestDevice(), script));
    }

    @Test
    void theCardsFilesAndItsPuk() {
        assertEquals("""
                (4, '9000') (24, '986830094855314403949000') (4, '6A82') (4, '6D00') -1 -1
                """, output(new TestDevice(), """
                import sim
                print(sim.genericAccess(0, 'A0A40000022FE2'), sim.genericAccess(0, 'A0B000000A'),
                      sim.genericAccess(0, 'A0A40000021234'), sim.genericAccess(0, 'A0F2000000'),
                      sim.genericAccess(0, 'nonsense!!'), sim.genericAccess(1, 'A0B000000A'))
                """));
        TestDevice locked = new TestDevice().modem(new Modem(Modem.Identity.SAMPLE, new Modem.State(3, 1, true, 31)));
        assertEquals("-1 -1 0 1 0 -1\n", output(locked, """
                import sim
                print(sim.verifyPin('1234'), sim.unblockPin('1', '9'), sim.unblockPin('12345678', '99'), sim.getStatus(),
                      sim.verifyPin('99'), sim.esim.getEid())
                """));
    }

    @Test
    void theRegistrationIsToldWhenItChanges() {
        Modem modem = new Modem(Modem.Identity.SAMPLE, Modem.State.ONLINE);
        TestDevice device = new TestDevice().modem(modem);
        try (Session session = device.start()) {
            session.run(Script.of("main.py", """
                    import net, _thread
                    told = _thread.allocate_lock()
                    told.acquire()

                    def changed(what):
                        print(what[1:])
                        told.release()

                    print(net.setCallback(changed), net.currentCellInfo()[0][:3], net.causeInfo(1), net.causeInfo())
                    net.setModemFun(4)
                    told.acquire()
                    net.setModemFun(1)
                    told.acquire()
                    """));
        }
        assertEquals("", device.errors());
        assertEquals("0 (1, 232301323, 460) 0 1\n(0, 0, 0, 10)\n(1, 26909, 232301323, 7)\n", device.output());
    }

    @Test
    void storageThatIsNotThere() {
        assertEquals("19 19 0 -1 0\n", output(new TestDevice(), """
                import uos

                def number(make, *arguments):
                    try:
                        make(*arguments)
                    except OSError as e:
                        return e.args[0]

                print(number(uos.VfsSd, 'sd_fs'), number(uos.VfsLfs1, 32, 32, 32, 'ext_fs', 1, 0), uos.set_det(1, 0),
                      uos.set_det(1, 2), uos.set_callback(print))
                """));
    }
}
