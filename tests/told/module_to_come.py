# says 2 in run: not-yet: the firmware has machine, and qpy does not have it yet. 'qpy modules' lists what it has.
from machine import Pin

Pin(Pin.GPIO1, Pin.OUT, Pin.PULL_DISABLE, 0)
