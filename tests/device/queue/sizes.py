# A queue takes one item more than maxsize (facts-board.md B12.32).
import _thread
import utime
from queue import Queue

for q in (Queue(), Queue(3), Queue(maxsize=1)):
    count = 0
    while q.put(count):
        count += 1
    print(q.maxsize, count, q.size(), q.empty(), q.get(), q.put())
signal = Queue(maxsize=1)
got = []


def wait():
    for _ in range(3):
        got.append((signal.get(), signal.size(), utime.ticks_ms() // 100))


_thread.start_new_thread(wait, ())
for _ in range(3):
    if signal.size() == 0:
        signal.put(None)
    utime.sleep_ms(100)
print([each[:2] for each in got], signal.empty())
q = Queue(2)
q.maxsize = 0
print(q.put("one"), q.put("two"), q.get())
