import utime, _thread
start = utime.ticks_ms()
for _ in range(20):
    _thread.stop_thread(_thread.start_new_thread(utime.sleep, (3600,)))
print(utime.ticks_diff(utime.ticks_ms(), start))
