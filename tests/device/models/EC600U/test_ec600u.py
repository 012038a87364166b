"""The EC600U, of the Unisoc chips. Numbers with a B are entries of facts-board.md."""

import machine
import utime
from machine import KeyPad, Pin, RTC, SPI, UART
from misc import ADC, PWM, Power, PowerKey, USBNET

from qpytest import board


def refused(make, *arguments):
    try:
        make(*arguments)
    except (ValueError, AttributeError) as e:
        return str(e)
    raise AssertionError("not refused")


def test_eight_data_bits():
    """B2.21"""
    text = "invalid data bits, Unisoc platform only support 8 data bit."
    assert UART(2, 9600, 8, 0, 1, 0) and refused(UART, 2, 9600, 7, 0, 1, 0) == text


def test_a_fourth_port():
    """B2.22"""
    assert UART.UART4 == 4 and UART(UART.UART4, 9600, 8, 0, 1, 0).any() == 0


def test_pins_that_share_a_line_are_not_refused():
    """B2.9: GPIO1 and GPIO31."""
    assert Pin(1).write(1) == 0 and Pin(31).write(0) == 0


def test_clocks():
    """B2.91: ten of them."""
    assert SPI(0, 0, 9) and refused(SPI, 0, 0, 10) == "clk must be (0~9)"


def test_the_keypad():
    """B2.102"""
    assert KeyPad(6, 6).init() == 0 and KeyPad(7, 6).init() == -1


def test_one_wire():
    """B2.94"""
    assert machine.OneWire(5).reset() == -1


def test_one_output_for_pulses():
    """B3.1, B3.3"""
    assert PWM.PWM0 == 0 and not hasattr(PWM, "PWM1")
    assert PWM(1, PWM.ABOVE_MS, 1, 2).open() == -1
    for unit, above, most in (
        (PWM.ABOVE_1US, 0, 10000), (PWM.ABOVE_MS, 0, 10), (PWM.ABOVE_10US, 1, 10000), (PWM.ABOVE_BELOW_US, 99, 65535),
    ):
        assert PWM(0, unit, 0, above + 1).open() == 0 and PWM(0, unit, 1, most).open() == 0
        assert refused(PWM, 0, unit, 0, above).startswith("PWM parameter error")
        if most < 65535:
            assert refused(PWM, 0, unit, 0, most + 1).startswith("PWM parameter error")


def test_four_voltages():
    """B3.7"""
    assert [ADC().read(n) for n in range(4)] == [0, 0, 0, 0]


def test_why_it_was_switched_off_is_not_known():
    """B3.21"""
    assert Power.powerOnReason() == 1 and not hasattr(Power, "powerDownReason")


def test_the_power_key():
    """B3.24: the release alone, of a key that was held."""
    told = []
    assert PowerKey().powerKeyEventRegister(told.append) == 0
    board.power_key.press(0.4)
    assert told == []
    board.power_key.press(0.6)
    assert told == [0]


def test_usb_with_ipv6():
    """B3.26"""
    assert USBNET.getNat(0, 1) == 0 and USBNET.setNat(0, 1, 1) == 0 and USBNET.getNat(0, 1) == 1
    assert USBNET.setNat(0, 1, 2) == -1


def test_usb_is_as_before():
    assert USBNET.getNat(0, 1) == 0


def test_the_alarm_switches_it_on():
    """B2.62, B3.21: reason 4."""
    rtc = RTC()
    rtc.datetime((2024, 2, 28, 0, 23, 59, 40, 0))
    rtc.set_alarm((2024, 2, 29, 0, 0, 0, 10, 0))
    rtc.enable_alarm(1)
    try:
        Power.powerDown()
    except SystemExit:
        pass
    assert rtc.datetime() == (2024, 2, 29, 4, 0, 0, 10, 0) and Power.powerOnReason() == 4


def test_without_an_alarm_it_stays_off():
    try:
        Power.powerDown()
    except SystemExit:
        pass
    assert Power.powerOnReason() == 1


def test_an_update_takes_as_long_as_the_call():
    """B11.2: and its failure is the call's."""
    import fota
    from qpytest import updates

    told = []
    url = updates.serve("/u.bin", updates.firmware("EC600UNEW"))
    assert fota(reset_disable=1).httpDownload(url1=url, callback=told.append) == 0
    utime.sleep_ms(10)
    assert told[-1] == [2, 100]
    assert fota(reset_disable=1).httpDownload(url1="http://updates.qpy.test/none.bin") == -1
