# On the module nothing of a stopped thread's own runs any more.
import _thread, utime
from queue import Queue
seen = []
def works(wait):
    while True:
        try:
            wait()
        except Exception as e:
            seen.append(e)
lock = _thread.allocate_lock()
lock.acquire()
for wait in (Queue().get, lock.acquire, lambda: utime.sleep(3600)):
    thread = _thread.start_new_thread(works, (wait,))
    utime.sleep_ms(50)
    _thread.stop_thread(thread)
utime.sleep_ms(50)
print(seen)
