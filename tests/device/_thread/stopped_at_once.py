# Stopped also while it starts: it then had never ended for those who wait for it.
import _thread, utime
def endless():
    while True:
        utime.sleep_ms(5)
for _ in range(60):
    _thread.stop_thread(_thread.start_new_thread(endless, ()))
print('the main program ends')
