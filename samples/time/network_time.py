# ./qpy run samples/time/network_time.py
#
# Sets the device's clock, not the PC's, by NTP, to Chinese time.
import ntptime
import utime

utime.sleep_ms(10)
if ntptime.settime(timezone=8) == 0:
    print("set by", ntptime.host)
    print("the year is", utime.localtime()[0])
