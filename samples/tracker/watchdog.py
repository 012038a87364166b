"""A watchdog in software: calls `starved` when nobody has fed it for a while."""

import osTimer
import utime


class Watchdog:
    """`seconds` without food are too many."""

    def __init__(self, seconds, starved):
        self._millis = seconds * 1000
        self._starved = starved
        self._timer = None
        self._fed = 0

    def start(self):
        self.feed()
        self._timer = osTimer()
        self._timer.start(self._millis // 4, 1, self._look)

    def feed(self):
        self._fed = utime.ticks_ms()

    def _look(self, timer):
        if utime.ticks_diff(utime.ticks_ms(), self._fed) >= self._millis:
            self.stop()
            self._starved()

    def stop(self):
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
