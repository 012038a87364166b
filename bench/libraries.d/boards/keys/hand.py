"""A hand that presses four keys each three seconds: a key is low while it is pressed."""
import osTimer
import utime

KEYS = 4, 12, 13, 30


class Peer:
    def __init__(self):
        self.timer = osTimer()
        self.timer.start(3000, 1, self.press)

    def press(self, _):
        for level in 0, 1:
            for key in KEYS:
                drive(key, level)
            utime.sleep_ms(100)
