"""How callbacks run, by facts-board.md B1.1 to B1.8."""

import _thread
import utime
from machine import ExtInt, Key, KeyPad, Pin, Timer, UART

from qpytest import board, clock


def pulse(number, count=1):
    for _ in range(count):
        board.pin(number).set(1)
        board.pin(number).set(0)


def test_sixty_four_wait():
    """B1.2: what comes then is not called, and counts all the same (B2.45)."""
    events = []

    def slow(event):
        events.append(event)
        utime.sleep(10)

    interrupt = ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, slow)
    pulse(3)
    clock.advance(1)
    assert len(events) == 1
    pulse(3, 64)
    assert board.dropped_callbacks == 0
    pulse(3, 5)
    assert board.dropped_callbacks == 5
    clock.advance(1000)
    assert len(events) == 65 and interrupt.read_count(0) == [70, 0]


def test_none_is_said_to_be_dropped():
    assert board.dropped_callbacks == 0


def test_one_argument():
    """B1.3, B1.4: the others' TypeError is printed, and their functions stay registered."""
    calls = []

    def none():
        calls.append("none")

    def two(a, b):
        calls.append("two")

    ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, none)
    ExtInt(4, ExtInt.IRQ_RISING, ExtInt.PULL_PD, two)
    ExtInt(5, ExtInt.IRQ_RISING, ExtInt.PULL_PD, lambda *all: calls.append(len(all)))
    for _ in range(2):
        for number in (3, 4, 5):
            pulse(number)
        clock.advance(0.1)
    assert calls == [1, 1]


def test_an_exception_ends_nothing():
    """B1.4"""
    calls = []

    def fail(event):
        calls.append(event)
        raise OSError(5)

    ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, fail)
    pulse(3)
    clock.advance(0.1)
    pulse(3)
    clock.advance(0.1)
    assert calls == [[3, 0], [3, 0]]


def test_while_all_threads_sleep():
    """B1.5"""
    calls, ends = [], []

    def sleeper():
        utime.sleep(60)
        ends.append("slept")

    _thread.start_new_thread(sleeper, ())
    Timer(0).start(period=1000, mode=Timer.ONE_SHOT, callback=lambda timer: calls.append(utime.ticks_ms()))
    before = utime.ticks_ms()
    utime.sleep(30)
    assert 1000 <= utime.ticks_diff(calls[0], before) < 1100 and ends == []
    utime.sleep(31)
    assert ends == ["slept"]


def test_shapes():
    """B1.6: lists, new each time, of machine's; what has been kept does not change."""
    kept = []
    ExtInt(3, ExtInt.IRQ_RISING_FALLING, ExtInt.PULL_PD, kept.append)
    pulse(3)
    clock.advance(0.1)
    port = UART(UART.UART2, 115200, 8, 0, 1, 0)
    port.set_callback(kept.append)
    board.uart(2).send(b"abc")
    clock.advance(0.1)
    pad = KeyPad(2, 2)
    pad.init()
    pad.set_callback(kept.append)
    board.keypad.press(1, 0)
    Key(6, Pin.PULL_PU, 0, 2, 0, kept.append)
    board.pin(6).set(0)
    clock.advance(0.1)
    board.pin(6).set(1)
    clock.advance(0.1)
    assert kept == [[3, 0], [3, 1], [0, 2, 3], [1, 1, 0], [0, 1, 0], [6, 1]]
    assert [type(each) for each in kept] == [list] * 6


def test_what_can_be_called():
    """B1.7: bound methods, closures, objects."""

    class Counter:
        def __init__(self):
            self.count = 0

        def on_edge(self, event):
            self.count += 1

        def __call__(self, event):
            self.count += 10

    counter = Counter()
    ExtInt(3, ExtInt.IRQ_RISING, ExtInt.PULL_PD, counter.on_edge)
    ExtInt(4, ExtInt.IRQ_RISING, ExtInt.PULL_PD, counter)
    for number in (3, 4):
        pulse(number)
    clock.advance(0.1)
    assert counter.count == 11


def test_counters_without_locks():
    """B1.8: two that are called at once do not cross."""
    seen, running = [], []

    def slow(event):
        running.append(event)
        utime.sleep_ms(5)
        seen.append(len(running))
        running.pop()

    for number in (3, 4, 5):
        ExtInt(number, ExtInt.IRQ_RISING, ExtInt.PULL_PD, slow)
    for number in (3, 4, 5):
        pulse(number)
    clock.advance(1)
    assert seen == [1, 1, 1]


def test_two_interrupts_and_a_loop():
    """B22.11: the vendor's demonstration of them."""
    counts = [0, 0]

    def first(args):
        counts[0] += 1

    def second(args):
        counts[1] += 1

    one = ExtInt(ExtInt.GPIO12, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, first)
    two = ExtInt(ExtInt.GPIO13, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, second)
    assert one.enable() == 0 and two.enable() == 0
    for number in (12, 13, 13):
        board.pin(number).set(0)
        board.pin(number).set(1)
    utime.sleep(5)
    assert counts == [1, 2]
