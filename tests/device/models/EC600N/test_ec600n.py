"""The EC600N: what it has, and what its chip does. Numbers with a B are entries of facts-board.md."""

import machine
import audio
import misc
import modem
from machine import ExtInt, I2C, KeyPad, Pin, RTC, SPI, UART
from misc import ADC, PWM, PWM_V2, Power, PowerKey, USB, USBNET

from qpytest import board, clock


def refused(make, *arguments):
    try:
        make(*arguments)
    except (ValueError, AttributeError, ImportError) as e:
        return str(e)
    raise AssertionError("not refused")


def test_its_name():
    """B21.2, B22.1"""
    assert modem.getDevModel() == "EC600N"


def test_pins():
    """B2.2, B23.7: 41, whatever the stubs list."""
    assert Pin(Pin.GPIO41).read() == 0 and ExtInt.GPIO41 == 41
    assert refused(lambda: Pin.GPIO42) == "type object 'Pin' has no attribute 'GPIO42'"
    assert refused(Pin, 42) == "invalid pin" and refused(ExtInt, 42, 0, 0, None) == "invalid pin value"


def test_ports_and_buses():
    """B2.22, B2.80, B2.90"""
    assert [UART.UART0, UART.UART1, UART.UART2, UART.UART3] == [0, 1, 2, 3]
    assert refused(UART, 4, 9600, 8, 0, 1, 0) == "UART(4) does not exist"
    assert I2C.I2C1 == 1 and not hasattr(I2C, "I2C0") and I2C(0, I2C.FAST_MODE) is False
    assert SPI(1, 0, 6) and refused(SPI, 0, 0, 7) == "clk must be (0~6)"
    assert refused(SPI, 2, 0, 0) == "spi init fail"


def test_parities():
    """B2.21: mark and space are the newer chip's."""
    assert refused(UART, 2, 9600, 8, 3, 1, 0) == "invalid parity bits"


def test_the_keypad():
    """B2.102"""
    assert KeyPad(4, 4).init() == 0 and KeyPad(5, 4).init() == -1


def test_what_others_have():
    """B2.94, B2.122: behind a switch of the build."""
    for name in ("OneWire", "SoftSPI"):
        assert not hasattr(machine, name)
        assert refused(exec, "from machine import " + name) == "can't import name " + name
    assert hasattr(machine, "LCD") and hasattr(Power, "powerDownReason")


def test_pulses():
    """B3.3: cycles of this chip."""
    wrong = "PWM parameter error, please refer to wiki instructions"
    for unit, most in ((PWM.ABOVE_1US, 157), (PWM.ABOVE_MS, 1023), (PWM.ABOVE_10US, 1575), (PWM.ABOVE_BELOW_US, 1024)):
        assert PWM(PWM.PWM3, unit, 2, most).open() == 0
        assert refused(PWM, 0, unit, 0, most + 1) == wrong
    assert refused(PWM, 0, PWM.ABOVE_10US, 1, 1) == wrong
    assert refused(PWM(0, PWM.ABOVE_MS, 1, 2).open, PWM.ABOVE_1US, 1, 158) == wrong


def test_four_outputs():
    """B3.1, B3.5"""
    assert [PWM.PWM0, PWM.PWM3, PWM_V2.PWM3] == [0, 3, 3] and not hasattr(PWM, "PWM4")
    assert refused(PWM_V2, 4, 100.0, 50) == "invalid PWMn value, must be in {0~3}."


def test_voltages():
    """B3.7: 1.3 V at most, at one pin."""
    assert ADC().read(ADC.ADC0) == 1300 and ADC().read(ADC.ADC1) == -1
    board.adc.set(0, 613)
    assert ADC().read(0) == 613


def test_usb():
    """B3.25: qpy.toml has it unplugged."""
    told = []
    assert USB().getStatus() == 0 and not board.usb.is_plugged
    assert USB().setCallback(told.append) == 0
    board.usb.plug()
    assert told == [1] and USB().getStatus() == 1


def test_the_power_key():
    """B3.24: both edges."""
    told = []
    PowerKey().powerKeyEventRegister(told.append)
    board.power_key.press(0.1)
    assert told == [1, 0]


def test_what_other_models_tell():
    """B3.26, B3.27"""
    assert USBNET.getNat(0, 1) == -1 and USBNET.setNat(0, 1, 1) == -1
    assert misc.antennaSecRXOffCtrl() == -1 and misc.antennaSecRXOffCtrl(1) == -1


def test_the_alarm_switches_nothing_on():
    """B2.62"""
    rtc = RTC()
    now = rtc.datetime()
    rtc.set_alarm(list(now[:6]) + [now[6] + 30, 0])
    rtc.enable_alarm(1)
    try:
        Power.powerDown()
    except SystemExit:
        pass
    assert rtc.datetime()[6] == now[6] and Power.powerOnReason() == 1
    clock.advance(60)
    assert Power.powerOnReason() == 1


def test_what_pm_lacks():
    """B4.5, B4.9"""
    import pm

    assert not hasattr(pm, "WakeUp") and not hasattr(pm, "set_psm_time") and pm.create_wakelock("l", 1) == 1


def test_it_has_no_receiver_of_satellites():
    """B9.6"""
    try:
        import quecgnss
        raise AssertionError("imported")
    except ImportError as e:
        assert str(e) == "no module named 'quecgnss'"
    import wifiScan

    assert wifiScan.support()


def test_an_update_restarts_it_whatever_is_asked():
    """B11.3"""
    import fota
    from misc import Power
    from qpytest import clock, updates

    assert fota(reset_disable=1).httpDownload(url1=updates.serve("/n.bin", updates.firmware("EC600NNEW"))) == 0
    clock.advance(20)
    assert Power.powerOnReason() == 2


def test_audio_has_one_channel():
    """B7.1"""
    audio.Audio(0)
    for device in (1, 2):
        try:
            audio.TTS(device)
        except ValueError as e:
            assert str(e) == "The current platform does not support device %d." % device
            continue
        assert False, "not refused"
