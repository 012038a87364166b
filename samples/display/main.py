# ./qpy run samples/display/main.py; ./qpy test samples/display
"""Shows how full the battery is, as a bar on a display: green, yellow, red. It redraws what has changed only."""

import utime
from misc import Power

from usr.screen import GREEN, RED, WHITE, YELLOW, Screen

EMPTY, FULL = 3400, 4200  # mV
LEFT, TOP, WIDTH, HEIGHT = 20, 140, 200, 40  # of the frame
ROOM = WIDTH - 4
INTERVAL = 10  # seconds


def percent(millivolts):
    """percent(millivolts) -> 0 to 100."""
    return max(0, min(100, (millivolts - EMPTY) * 100 // (FULL - EMPTY)))


def colour(level):
    """colour(level) -> that of the bar."""
    return RED if level < 20 else YELLOW if level < 50 else GREEN


class Gauge:
    """The bar in its frame."""

    def __init__(self, screen):
        self.screen = screen
        self.shown = None
        screen.frame(LEFT, TOP, WIDTH, HEIGHT, WHITE)

    def show(self, level):
        """show(level): 0 to 100."""
        if level == self.shown:
            return
        bar = ROOM * level // 100
        self.screen.fill(LEFT + 2, TOP + 2, bar, HEIGHT - 4, colour(level))
        self.screen.fill(LEFT + 2 + bar, TOP + 2, ROOM - bar, HEIGHT - 4, 0)
        self.shown = level


def run():
    """run(): for ever."""
    gauge = Gauge(Screen())
    while True:
        gauge.show(percent(Power.getVbatt()))
        utime.sleep(INTERVAL)


if __name__ == "__main__":
    run()
