from machine import RTC
from misc import Power
import _thread, utime

rtc = RTC()
if Power.powerOnReason() == 1:
    _thread.start_new_thread(lambda: utime.sleep(30) or print("not reached"), ())
    rtc.datetime((2024, 2, 28, 0, 23, 59, 0, 0))
    rtc.set_alarm((2024, 2, 29, 0, 0, 1, 0, 0))
    rtc.enable_alarm(1)
    print("off")
    Power.powerDown()
print(Power.powerOnReason(), rtc.datetime())
