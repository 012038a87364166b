import utime
start = utime.ticks_ms()
while utime.ticks_diff(utime.ticks_ms(), start) < 60000:
    pass
print(utime.time())
