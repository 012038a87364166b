from machine import WDT, RTC
from misc import Power
import utime
print(Power.powerOnReason(), Power.powerDownReason())
if Power.powerOnReason() == 5:
    raise SystemExit
dog = WDT(10)
for _ in range(3):
    utime.sleep(8)
    dog.feed()
print('busy', utime.ticks_ms() // 1000)
utime.sleep(3600)
