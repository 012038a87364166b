"""machine.Timer, by the facts of facts-board.md B2.50 to B2.54."""

import osTimer
from machine import Timer

from qpytest import clock, device


def refused(make, **arguments):
    try:
        make(**arguments)
    except (ValueError, TypeError) as e:
        return str(e)
    raise AssertionError("not refused")


def test_four_timers():
    """B2.50"""
    assert [Timer.Timer0, Timer.Timer1, Timer.Timer2, Timer.Timer3] == [0, 1, 2, 3]
    assert Timer(2) is Timer(Timer.Timer2)
    for number in (4, -1, None):
        assert refused(lambda: Timer(number)) == "invalid value, Timern should be in (Timer0~Timer3)."


def test_the_constructor_may_start_it():
    """B2.50"""
    calls = []
    timer = Timer(3, period=100, mode=Timer.ONE_SHOT, callback=calls.append)
    clock.advance(1)
    assert calls == [timer]
    timer.stop()


def test_stopping():
    """B2.54"""
    timer = Timer(Timer.Timer3)
    assert timer.stop() == -1
    assert timer.start(period=1, mode=Timer.ONE_SHOT, callback=None) == 0
    assert timer.stop() == 0 and timer.stop() == 0


def test_a_timer_of_the_systems():
    """B2.55: positions only, None for the callback, begun anew while it runs, and more than four."""
    calls = []
    timers = [osTimer() for _ in range(10)]
    for timer in timers:
        assert timer.start(1000, 0, calls.append) == 0
    clock.advance(0.9)
    assert timers[0].start(1000, 1, calls.append) == 0
    clock.advance(0.5)
    assert calls == [None] * 9
    clock.advance(1.6)
    assert calls == [None] * 11
    assert timers[0].stop() == 0 and timers[0].delete_timer() == 0
    assert timers[0].start(1, 0, print) == -1 and timers[0].stop() == -1


def test_keywords_only():
    """B2.51"""
    assert (Timer.PERIODIC, Timer.ONE_SHOT) == (1, 2)
    assert "positional" in refused(lambda: Timer(0).start(100, 1, print))
    assert refused(Timer(0).start, period=0, callback=print) == "invalid period"


def test_frequencies():
    """B2.51: MicroPython's."""
    calls = []
    timer = Timer(0)
    assert timer.start(freq=10, callback=calls.append) == 0
    clock.advance(1.05)
    assert len(calls) == 10
    assert timer.stop() == 0


def test_started_twice():
    """B2.53: the second call changes the function, and neither period nor mode."""
    first, second = [], []
    timer = Timer(1)
    timer.start(period=1000, mode=Timer.PERIODIC, callback=first.append)
    clock.advance(1.5)
    assert timer.start(period=10, mode=Timer.ONE_SHOT, callback=second.append) == 0
    clock.advance(2)
    assert len(first) == 1 and len(second) == 2
    timer.stop()


def test_a_shot_that_was_not_stopped():
    """B2.53"""
    calls = []
    timer = Timer(2)
    timer.start(period=100, mode=Timer.ONE_SHOT, callback=calls.append)
    clock.advance(1)
    assert timer.start(period=100, mode=Timer.ONE_SHOT, callback=calls.append) == 0
    clock.advance(1)
    assert len(calls) == 1
    assert timer.stop() == 0
    timer.start(period=100, mode=Timer.ONE_SHOT, callback=calls.append)
    clock.advance(1)
    assert len(calls) == 2
    timer.stop()


def test_stopped_in_its_own_callback():
    """B2.52: the documentation's example does so."""
    calls = []

    def once(timer):
        calls.append(timer)
        timer.stop()

    Timer(1).start(period=100, mode=Timer.PERIODIC, callback=once)
    clock.advance(1)
    assert calls == [Timer(1)]
    assert Timer(1).stop() == 0


def test_a_timer_is_left():
    Timer(3).start(period=100, mode=Timer.ONE_SHOT, callback=lambda timer: None)
    Timer(2).start(period=1000, mode=Timer.PERIODIC, callback=lambda timer: None)
    clock.advance(1)


def test_nothing_is_left_of_the_test_before():
    calls = []
    for number in (2, 3):
        Timer(number).start(period=100, mode=Timer.ONE_SHOT, callback=calls.append)
    clock.advance(1)
    assert len(calls) == 2


def test_a_reset_stops_timers():
    calls = []
    Timer(1).start(period=100, mode=Timer.PERIODIC, callback=calls.append)
    device.reset()
    clock.advance(1)
    assert calls == []
    Timer(1).start(period=100, mode=Timer.PERIODIC, callback=calls.append)
    clock.advance(0.15)
    assert len(calls) == 1
