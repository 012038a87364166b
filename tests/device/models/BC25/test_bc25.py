"""The BC25, of RDA's chips. Numbers with a B are entries of facts-board.md."""

import machine
import misc
from machine import RTC, SPI, UART
from misc import Power


def refused(make, *arguments):
    try:
        make(*arguments)
    except ValueError as e:
        return str(e)
    raise AssertionError("not refused")


def test_one_port():
    """B2.22"""
    assert UART.UART1 == 1 and [name for name in ("UART0", "UART2", "UART3", "UART4") if hasattr(UART, name)] == []
    assert refused(UART, 2, 9600, 8, 0, 1, 0) == "UART(2) does not exist"


def test_what_is_not_built():
    """B2.31, B2.72, B3.5, B3.21"""
    assert not hasattr(machine, "WDT") and not hasattr(UART(1, 9600, 8, 0, 1, 0), "control_485")
    assert not hasattr(misc, "PWM") and not hasattr(misc, "PWM_V2") and not hasattr(Power, "powerDownReason")


def test_clocks_and_modes():
    """B2.90, B2.91"""
    assert SPI(0, 0, 39) and SPI(0, 3, 0) and refused(SPI, 0, 0, 40) == "clk must be (0~39)"
    assert refused(SPI, 0, 1, 0) == "spi init fail" and refused(SPI, 0, 2, 0) == "spi init fail"


def test_an_alarm_needs_a_function():
    """B2.62"""
    rtc = RTC()
    now = rtc.datetime()
    assert rtc.set_alarm(list(now[:6]) + [now[6] + 30, 0]) == 0
    assert rtc.enable_alarm(1) == -1 and rtc.enable_alarm(0) == 0
    assert rtc.register_callback(print) == 0 and rtc.enable_alarm(1) == 0


def test_what_pm_has():
    """B4.1, B4.5: no wake locks."""
    import pm

    assert not hasattr(pm, "create_wakelock") and pm.autosleep(1) == 0
    assert pm.set_psm_time(0, 1, 0, 15) and pm.set_psm_time(2) and pm.get_psm_time() == [0, 7, 0, 7, 0]
