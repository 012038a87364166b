"""machine.ExtInt, by the facts of facts-board.md B2.40 to B2.45, and how callbacks run, B1.1 to B1.6."""

import utime
from machine import ExtInt, Pin

from qpytest import board, clock


def refused(*arguments):
    try:
        ExtInt(*arguments)
    except (ValueError, TypeError) as e:
        return str(e)
    raise AssertionError("not refused")


def edges(number, *levels):
    for level in levels:
        board.pin(number).set(level)
    clock.advance(0.01)


def test_what_is_refused():
    """B2.41"""
    assert refused(99, 0, 0, print) == "invalid pin value"
    assert refused(1, 3, 0, print) == "invalid mode value"
    assert refused(1, 0, 3, print) == "invalid pull value"
    assert refused(1, 0, 0, print, -1) == "invalid fliter time value"
    assert "positional" in refused(1, 0, 0)


def test_constants():
    """B2.40"""
    assert (ExtInt.IRQ_RISING, ExtInt.IRQ_FALLING, ExtInt.IRQ_RISING_FALLING) == (0, 1, 2)
    assert (ExtInt.PULL_DISABLE, ExtInt.PULL_PU, ExtInt.PULL_PD) == (0, 1, 2)
    assert (ExtInt.GPIO0, ExtInt.GPIO1, ExtInt.GPIO47) == (0, 1, 47)


def test_it_is_armed_from_the_start():
    """B2.42: both kinds of scripts get their events."""
    events = []
    ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, events.append)
    edges(3, 1)
    assert events == [[3, 0]]


def test_each_event_is_a_list_of_its_own():
    """B2.43, B1.6"""
    events = []
    ExtInt(3, ExtInt.IRQ_RISING_FALLING, ExtInt.PULL_PD, events.append)
    edges(3, 1, 0)
    assert events == [[3, 0], [3, 1]] and type(events[0]) is list and events[0] is not events[1]


def test_modes():
    events = []
    ExtInt(3, ExtInt.IRQ_FALLING, ExtInt.PULL_PD, events.append)
    edges(3, 1, 0, 1, 0, 0)
    assert events == [[3, 1], [3, 1]]


def test_counters():
    """B2.44, B2.45: without a function too."""
    interrupt = ExtInt(3, ExtInt.IRQ_RISING_FALLING, ExtInt.PULL_PD, None)
    edges(3, 1, 0, 1)
    assert interrupt.read_count(0) == [2, 1] and interrupt.read_count(1) == [2, 1] and interrupt.read_count(0) == [0, 0]
    edges(3, 0)
    assert interrupt.count_reset() == 0 and interrupt.read_count(0) == [0, 0]
    try:
        interrupt.read_count(2)
    except ValueError as e:
        assert str(e) == "invalid is_reset value, must in [0,1]"
    assert (interrupt.line(), interrupt.read_level(), repr(interrupt)) == (3, 0, "<ExtInt line=3>")


def test_disabled():
    """B2.44"""
    events = []
    interrupt = ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, events.append)
    assert interrupt.disable() == 0
    edges(3, 1, 0)
    assert events == [] and interrupt.read_count(0) == [0, 0]
    assert interrupt.enable() == 0
    edges(3, 1)
    assert events == [[3, 0]]


def test_the_same_object_for_the_same_pin():
    """B2.45: the new function counts."""
    first, second = [], []
    interrupt = ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, first.append)
    assert ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, second.append) is interrupt
    edges(3, 1)
    assert first == [] and second == [[3, 0]]


def test_it_is_an_input():
    pin = Pin(3, Pin.OUT, Pin.PULL_DISABLE, 1)
    interrupt = ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PU, None)
    assert pin.get_dir() == Pin.IN and interrupt.read_level() == 1 and interrupt.read_count(0) == [0, 0]


def test_keywords_of_the_firmware():
    """B2.40"""
    interrupt = ExtInt(pin=3, mode=1, pull=ExtInt.PULL_PU, callback=None, filter_time=0)
    edges(3, 0, 1, 0)
    assert interrupt.read_count(0) == [0, 2]


def test_the_documentations_line(calls=[]):
    """B2.43: its print."""

    def fun1(args):
        calls.append("### interrupt  {} ###".format(args))

    extint = ExtInt(ExtInt.GPIO1, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, fun1)
    assert extint.enable() == 0
    edges(1, 0)
    assert calls == ["### interrupt  [1, 1] ###"]


def test_a_level_must_stay():
    """B2.45: filter_time is all the debouncing that there is."""
    events, raw = [], []
    ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, events.append, 20)
    ExtInt(4, ExtInt.IRQ_RISING, ExtInt.PULL_PD, raw.append)
    for number in (3, 4):
        for level in (1, 0, 1):
            board.pin(number).set(level)
            clock.advance(0.005)
    clock.advance(0.1)
    assert events == [[3, 0]] and raw == [[4, 0], [4, 0]]


def test_callbacks_are_serial():
    """B1.1, B1.8: one that sleeps holds back all later ones."""
    order = []

    def slow(event):
        order.append(("slow", event[0]))
        utime.sleep(2)
        order.append("slept")

    ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, slow)
    ExtInt(4, ExtInt.IRQ_RISING, ExtInt.PULL_PD, lambda event: order.append(event[0]))
    board.pin(3).set(1)
    clock.advance(0.5)
    board.pin(4).set(1)
    clock.advance(1)
    assert order == [("slow", 3)]
    clock.advance(1)
    assert order == [("slow", 3), "slept", 4]


def test_bound_methods():
    """B1.7"""

    class Counter:
        count = 0

        def on_edge(self, event):
            self.count += 1

    counter = Counter()
    ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, counter.on_edge)
    edges(3, 1, 0, 1)
    assert counter.count == 2
