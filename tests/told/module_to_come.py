# says: the firmware has machine, qpy does not have it yet ('qpy modules' lists what it has)
from machine import Pin

Pin(Pin.GPIO1, Pin.OUT, Pin.PULL_DISABLE, 0)
