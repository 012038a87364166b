"""The BG95, of Qualcomm's chips. Numbers with a B are entries of facts-board.md."""

import machine
from machine import ExtInt, RTC, UART


def test_interrupts_at_some_pins():
    """B2.46"""
    for pin in range(1, 31):
        there = pin in (2, 3, 6, 7, 8, 9, 11, 12, 14, 16, 17, 18, 19, 20, 21)
        try:
            assert ExtInt(pin, ExtInt.IRQ_RISING_FALLING, 0, None).line() == pin and there
        except ValueError as e:
            assert str(e) == "Interrupt initialization failed" and not there


def test_what_is_not_built():
    """B2.31, B2.62, B2.72, B2.118"""
    assert not hasattr(machine, "WDT") and not hasattr(machine, "LCD")
    assert not hasattr(UART(1, 9600, 8, 0, 1, 0), "control_485")
    assert len(RTC().datetime()) == 8
    for name in ("set_alarm", "enable_alarm", "register_callback"):
        assert not hasattr(RTC(), name)
