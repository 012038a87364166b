import machine
import uos
from machine import Pin
from misc import Power

print(Power.powerOnReason(), Pin(5, Pin.IN, Pin.PULL_PU, 0).read(), "once" in uos.listdir("/usr"))
if "once" not in uos.listdir("/usr"):
    open("/usr/once", "w").close()
    machine.SoftReset()
print("end")
