"""The EC600E, of the EIGEN chips. Numbers with a B are entries of facts-board.md."""

import machine
from machine import ExtInt, SPI, SoftSPI
from misc import USB


def refused(make, *arguments):
    try:
        make(*arguments)
    except ValueError as e:
        return str(e)
    raise AssertionError("not refused")


def test_one_edge_for_each_interrupt():
    """B2.46"""
    assert refused(ExtInt, 3, ExtInt.IRQ_RISING_FALLING, 0, None) == "Interrupt initialization failed"
    assert ExtInt(3, ExtInt.IRQ_RISING, 0, None).line() == 3 and ExtInt(3, ExtInt.IRQ_FALLING, 0, None).line() == 3


def test_slower_clocks():
    """B2.91: without the last two."""
    assert SPI(0, 0, 4) and refused(SPI, 0, 0, 5) == "clk must be (0~4)"


def test_a_bus_of_pins_and_no_display():
    """B2.94, B2.118"""
    assert SoftSPI(1, 2, 3).write(b"a", 1) == 0
    assert not hasattr(machine, "LCD") and not hasattr(machine, "OneWire")


def test_usb_is_not_told():
    """B3.25"""
    assert USB().getStatus() == -1 and USB().setCallback(print) == -1


def test_lines_that_wake_it():
    """B4.9: WAKEUP2 to WAKEUP5."""
    from pm import WakeUp

    assert WakeUp(WakeUp.WAKEUP2, 0).read() == 0 and WakeUp(5, 1).read() == 1
    assert not hasattr(WakeUp, "WAKEUP0") and refused(WakeUp, 0, 0) == "WAKEUP(0) does not exist"
