"""The gauge, as a person sees it."""

import _thread
import ustruct
from qpytest import board, clock

from usr import main
from usr.screen import BLACK, GREEN, RED, WHITE, YELLOW, Screen


def row(y):
    """The colours of a row, without repetitions: (colour, how many pixels)."""
    seen = []
    for x in range(240):
        pixel = board.lcd.pixel(x, y)
        if seen and seen[-1][0] == pixel:
            seen[-1][1] += 1
        else:
            seen.append([pixel, 1])
    return [tuple(each) for each in seen]


def test_percent():
    assert [main.percent(each) for each in (3000, 3400, 3600, 4192, 4200, 4500)] == [0, 0, 25, 99, 100, 100]


def test_a_frame():
    main.Gauge(Screen())
    assert row(main.TOP - 1) == [(BLACK, 240)] == row(main.TOP + main.HEIGHT)
    assert row(main.TOP) == [(BLACK, 20), (WHITE, 200), (BLACK, 20)] == row(main.TOP + main.HEIGHT - 1)


def test_a_bar():
    gauge = main.Gauge(Screen())
    edge = [(BLACK, 20), (WHITE, 1), (BLACK, 1)]
    for level, bar in ((100, [(GREEN, 196), (BLACK, 1)]), (25, [(YELLOW, 49), (BLACK, 148)]), (0, [(BLACK, 198)])):
        gauge.show(level)
        first = [(BLACK, 20), (WHITE, 1)] if level == 0 else edge
        assert row(main.TOP + 20) == first + bar + [(WHITE, 1), (BLACK, 20)], level


def test_it_follows_the_battery():
    _thread.start_new_thread(main.run, ())
    for millivolts, colour in ((4200, GREEN), (3700, YELLOW), (3500, RED), (4000, GREEN)):
        board.battery(millivolts)
        clock.advance(main.INTERVAL + 1)
        assert board.lcd.pixel(main.LEFT + 5, main.TOP + 20) == colour, millivolts


def test_it_sleeps():
    screen = Screen()
    screen.fill(0, 0, 240, 320, RED)
    screen.sleep(True)
    assert board.lcd.pixel(120, 319) == BLACK
    screen.sleep(False)
    assert board.lcd.pixel(120, 319) == RED


def test_a_picture_of_it():
    main.Gauge(Screen()).show(70)
    picture = board.lcd.screenshot()
    assert ustruct.unpack(">II", picture[16:24]) == (240, 320)
