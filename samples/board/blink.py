# ./qpy run samples/board/blink.py
"""A lamp at GPIO12 blinks by a timer while a watchdog is fed."""

from machine import Pin, Timer, WDT

lamp = Pin(Pin.GPIO12, Pin.OUT, Pin.PULL_DISABLE, 0)
watchdog = WDT(20)
changes = 0


def blink(timer):
    """blink(timer): the other level, six times."""
    global changes
    lamp.write(1 - lamp.read())
    watchdog.feed()
    changes += 1
    print("the lamp is", "on" if lamp.read() else "off")
    if changes == 6:
        timer.stop()
        watchdog.stop()


Timer(Timer.Timer1).start(period=100, mode=Timer.PERIODIC, callback=blink)
