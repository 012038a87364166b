"""machine.Key, by facts-board.md B2.103."""

from machine import Key, Pin

from qpytest import board, clock


def press(seconds):
    board.pin(6).set(0)
    clock.advance(seconds)
    board.pin(6).release()
    clock.advance(0.1)


def key(events, double_click=300):
    return Key(6, Pin.PULL_PU, 0, 2, double_click, events.append)


def test_a_short_press_is_told_when_no_second_came():
    events = []
    key(events)
    press(0.1)
    assert events == []
    clock.advance(0.3)
    assert events == [[6, 1]]


def test_a_double_press():
    events = []
    key(events)
    press(0.1)
    press(0.1)
    clock.advance(1)
    assert events == [[6, 2]]


def test_a_long_press_is_told_while_it_lasts():
    events = []
    key(events)
    board.pin(6).set(0)
    clock.advance(2.1)
    assert events == [[6, 3]]
    board.pin(6).release()
    clock.advance(1)
    assert events == [[6, 3]]


def test_nobody_waits_for_a_second_press():
    events = []
    key(events, 0)
    press(0.1)
    press(0.1)
    assert events == [[6, 1], [6, 1]]


def test_a_bounce_is_no_press():
    events = []
    key(events, 0)
    press(0.02)
    assert events == []


def test_no_key_is_left():
    press(0.1)


def test_a_pin_that_is_not_there():
    try:
        Key(99, 0, 0, 2, 300, print)
    except ValueError as e:
        assert str(e) == "invalid pin"
