# A thread that waits for a message comes to no step of its code, where GraalPy would have it stop for a moment.
import _thread, queue, utime

q = queue.Queue()
_thread.start_new_thread(q.get, ())
utime.sleep_ms(50)
import ure

print(ure.search('b+', 'abbc').group(0))
q.put(1)
