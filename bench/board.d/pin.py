"""Microseconds for a Pin.write and for a call of a host method that does nothing, the least of some rounds in turn: name=figure."""

import seam
from machine import Pin

ROUNDS = 400
TIMES = 2000
pin = Pin(Pin.GPIO5, Pin.OUT, Pin.PULL_DISABLE, 0)


def empty():
    for i in range(TIMES):
        pass


def host():
    same = seam.same
    for i in range(TIMES):
        same(1)


def write():
    for i in range(TIMES):
        pin.write(1)


def toggle():
    for i in range(TIMES):
        pin.write(i & 1)


def read():
    for i in range(TIMES):
        pin.read()


least = {}
for _ in range(ROUNDS):
    for each in empty, host, write, toggle, read:
        start = seam.nanos()
        each()
        taken = (seam.nanos() - start) / TIMES / 1000
        least[each] = min(taken, least.get(each, taken))

print("a call of an empty host method=%.2f" % (least[host] - least[empty]))
print("Pin.write=%.2f" % (least[write] - least[empty]))
print("Pin.write, another level each time=%.2f" % (least[toggle] - least[empty]))
print("Pin.read=%.2f" % (least[read] - least[empty]))
