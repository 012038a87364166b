from machine import Timer
import utime
calls = []

def slow(timer):
    calls.append(utime.ticks_ms())
    utime.sleep(1)

timer = Timer(0)
timer.start(period=1, mode=Timer.PERIODIC, callback=slow)
utime.sleep(2)
timer.stop()
print(len(calls))
