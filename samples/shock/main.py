# ./qpy run samples/shock/main.py; ./qpy test samples/shock
"""Watches over a parcel: an acceleration sensor on I2C tells by its interrupt line that the parcel was knocked.

The interrupt does next to nothing: callbacks run one after the other, so the work is a thread's.
"""

import utime
from machine import ExtInt, I2C
from queue import Queue

from usr.lis3dh import Lis3dh

TOO_MUCH = 2  # g


class Guard:
    """A sensor, and the pin that its line INT1 is connected to."""

    def __init__(self, sensor, pin):
        self.sensor = sensor
        self.alarms = Queue(16)
        self.knocks = []
        self.line = ExtInt(pin, ExtInt.IRQ_RISING, ExtInt.PULL_PD, self.alarms.put)
        self.line.enable()
        sensor.alarm_above(TOO_MUCH)

    def step(self):
        """step(): waits for a knock, and writes down how hard it was."""
        self.alarms.get()
        hardest = 0
        while self.line.read_level():
            hardest = max([hardest] + [abs(each) for each in self.sensor.acceleration()])
            self.sensor.acknowledge()
            utime.sleep_ms(10)
        self.knocks.append((utime.time(), hardest))
        print("knock %d: %.1f g" % (len(self.knocks), hardest))


def run():
    """run(): for ever."""
    guard = Guard(Lis3dh(I2C(I2C.I2C1, I2C.STANDARD_MODE)), ExtInt.GPIO6)
    while True:
        guard.step()


if __name__ == "__main__":
    run()
