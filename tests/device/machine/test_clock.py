"""machine.RTC, WDT and KeyPad, by the facts of facts-board.md B2.60 to B2.64, B2.70 to B2.72, B2.100 to B2.102."""

import utime
from machine import KeyPad, RTC, Timer, WDT
from misc import Power

from qpytest import board, clock


def test_the_clock():
    """B2.60, B2.61: the vendor's test passes a list."""
    rtc = RTC()
    assert RTC() is rtc
    assert rtc.datetime([2020, 3, 12, 1, 12, 12, 12, 0]) == 0
    assert rtc.datetime() == (2020, 3, 12, 4, 12, 12, 12, 0)
    assert utime.localtime()[:6] == (2020, 3, 12, 12, 12, 12)
    assert rtc.init((2020, 9, 13, 0, 1, 2, 3, 4)) is None and rtc.datetime() == (2020, 9, 13, 0, 1, 2, 3, 0)
    assert rtc.datetime((2020, 13, 1, 0, 0, 0, 0, 0)) == -1


def test_what_is_no_moment():
    """B2.61"""
    for wrong, kind in (((2020, 1, 1), ValueError), (5, TypeError), ("20200101", TypeError)):
        try:
            RTC().datetime(wrong)
        except kind:
            continue
        assert False, wrong


def test_an_alarm_of_the_documentation():
    """B2.62, B2.63: 30 s from now, where the seconds may become 89."""
    rung = []
    rtc = RTC()
    rtc.datetime((2024, 12, 31, 2, 23, 59, 50, 0))
    assert rtc.register_callback(rung.append) == 0
    now = rtc.datetime()
    assert rtc.set_alarm([*now[:6], now[6] + 30, 0]) == 0
    assert rtc.enable_alarm(1) == 0
    clock.advance(29)
    assert rung == []
    clock.advance(2)
    assert rung == [None]
    clock.advance(60)
    assert rung == [None]


def test_an_alarm_that_is_off():
    rung = []
    rtc = RTC()
    rtc.register_callback(rung.append)
    now = rtc.datetime()
    rtc.set_alarm([*now[:6], now[6] + 30, 0])
    rtc.enable_alarm(1)
    assert rtc.enable_alarm(0) == 0
    clock.advance(60)
    assert rung == []


def test_the_watchdog_of_the_vendors_test():
    """B2.70, B2.71"""
    dog = WDT(10)
    assert WDT(10) is dog
    for _ in range(3):
        clock.advance(9)
        assert dog.feed() == 0
    assert dog.stop() == 0 and dog.feed() == 0
    clock.advance(60)
    assert board.watchdog.bitten == 0


def test_a_watchdog_that_bites():
    """B2.70, B3.21"""
    WDT(10)
    WDT(30)
    clock.advance(29)
    assert board.watchdog.bitten == 0
    clock.advance(2)
    assert board.watchdog.bitten == 1 and Power.powerOnReason() == 5 and Power.powerDownReason() == 5
    clock.advance(60)
    assert board.watchdog.bitten == 1


def test_a_driver_that_refuses():
    """B2.70"""
    assert WDT() is False


def test_the_documentations_watchdog():
    """B2.71: Timer1 feeds it each 15 s."""
    dog = WDT(20)
    Timer(Timer.Timer1).start(period=15000, mode=Timer.PERIODIC, callback=lambda timer: dog.feed())
    clock.advance(301)
    assert board.watchdog.bitten == 0 and board.watchdog.fed == 20
    assert Timer(1).stop() == 0
    clock.advance(21)
    assert board.watchdog.bitten == 1


def test_the_time_survives_a_restart():
    """B2.64"""
    RTC().datetime((2020, 1, 2, 0, 3, 4, 5, 0))
    try:
        Power.powerRestart()
    except SystemExit:
        pass
    assert RTC().datetime() == (2020, 1, 2, 4, 3, 4, 5, 0)


def test_the_alarm_of_the_examples():
    """B2.63: utime's day of the week, and a second's wait."""
    rung = []
    now = utime.localtime()
    rtc = RTC()
    rtc.register_callback(rung.append)
    assert rtc.set_alarm([now[0], now[1], now[2], now[6], now[3], now[4], now[5] + 10, 0]) == 0
    rtc.enable_alarm(1)
    utime.sleep(1)
    clock.advance(10)
    assert rung == [None]


def test_the_alarm_switches_a_module_of_no_model_on():
    """B2.62, B3.21"""
    rtc = RTC()
    now = rtc.datetime()
    rtc.set_alarm([*now[:6], now[6] + 30, 0])
    rtc.enable_alarm(1)
    try:
        Power.powerDown()
    except SystemExit:
        pass
    assert Power.powerOnReason() == 4 and Power.powerDownReason() == 1


def test_a_keypad():
    """B2.100"""
    events = []
    pad = KeyPad()
    assert pad.init() == 0
    board.keypad.press(0, 0)
    assert pad.set_callback(events.append) == 0
    board.keypad.press(3, 2)
    assert events == [[1, 3, 2], [0, 3, 2]]
    assert pad.deinit() == 0 and pad.deinit() == 0


def test_a_keypad_that_is_too_large():
    """B2.102"""
    assert KeyPad(7, 1).init() == -1
