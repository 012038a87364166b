# A thread that waits for a message comes to no step of its code, where GraalPy would have it stop for a moment.
import queue, utime
from osTimer import osTimer

q = queue.Queue()
t = osTimer()
t.start(1, 0, lambda *_: q.get())
utime.sleep_ms(50)
import ure

print(ure.search('b+', 'abbc').group(0))
q.put(1)
