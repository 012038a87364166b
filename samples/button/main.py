# ./qpy run samples/button/main.py; ./qpy test samples/button
"""A call button: a press lights the lamp until it is answered, by a second press or after a minute.

The interrupt does next to nothing: callbacks run one after the other, so the work is a thread's.
"""

import utime
from machine import ExtInt, Pin
from queue import Queue

ANSWERED_AFTER = 60  # seconds


class CallButton:
    """A button at one pin and a lamp at another."""

    def __init__(self, button, lamp):
        self.lamp = Pin(lamp, Pin.OUT, Pin.PULL_DISABLE, 0)
        self.presses = Queue(16)
        self.calls = 0
        self.since = None
        self.interrupt = ExtInt(button, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, self.presses.put, filter_time=20)
        self.interrupt.enable()

    def step(self):
        """step(): what comes next: a press, or that a minute is over."""
        if self.presses.size():
            self.presses.get()
            if self.since is None:
                self.call()
            else:
                self.answer("by hand")
        elif self.since is not None and utime.time() - self.since >= ANSWERED_AFTER:
            self.answer("by itself")

    def call(self):
        """call(): somebody wants something."""
        self.calls += 1
        self.since = utime.time()
        self.lamp.write(1)
        print("call", self.calls)

    def answer(self, how):
        """answer(how): nobody does any more."""
        self.since = None
        self.lamp.write(0)
        print("answered", how)


def run():
    """run(): for ever."""
    button = CallButton(ExtInt.GPIO5, Pin.GPIO12)
    while True:
        button.step()
        utime.sleep_ms(50)


if __name__ == "__main__":
    run()
