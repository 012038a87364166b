from machine import Timer
import osTimer

osTimer().start(10, 1, lambda arg: None)
Timer(Timer.Timer1).start(period=10, mode=Timer.PERIODIC, callback=lambda timer: print("tick"))
while True:
    pass
