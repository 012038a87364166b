import utime, _thread, micropython
seen = []
def later(name, seconds):
    utime.sleep(seconds)
    seen.append(name)
_thread.start_new_thread(later, ('a', 3))
while not seen:
    utime.sleep(0)
print(seen, utime.time() >= 3)
lock = _thread.allocate_lock()
_thread.start_new_thread(later, ('b', 2))
while len(seen) < 2:
    with lock:
        pass
print(seen)
micropython.schedule(seen.append, 'c')
while len(seen) < 3:
    pass
def again(n):
    if len(seen) < 4:
        micropython.schedule(again, n + 1)
again(0)
_thread.start_new_thread(later, ('d', 1))
utime.sleep(2)
print(seen)
