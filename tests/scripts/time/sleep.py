import utime
start = utime.ticks_ms()
utime.sleep(86400)
utime.sleep_ms(1500)
print(utime.ticks_diff(utime.ticks_ms(), start), utime.time(), utime.localtime())
