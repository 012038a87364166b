import gc
import log
import sim
import uos
import utime
import _thread
from machine import Pin

utime.setTimeZone(3)
log.basicConfig(level=log.DEBUG)
gc.disable()
gc.threshold(1234) if hasattr(gc, "threshold") else None
sim.enablePin("1234")
Pin(Pin.GPIO1, Pin.OUT, Pin.PULL_DISABLE, 1).write(1)
_thread.stack_size(16 * 1024)
with open("/usr/left.txt", "w") as file:
    file.write("left")
with open("/usr/left_behind.py", "w") as file:
    file.write("left = 1\n")
from usr import left_behind
uos.chdir("/usr")
