import utime, _thread, osTimer, queue, uselect, usocket
start = utime.ticks_ms()
def now():
    return utime.ticks_diff(utime.ticks_ms(), start)
lock = _thread.allocate_lock()
lock.acquire()
print('lock', lock.acquire(1, 30), now())
def give():
    utime.sleep(7)
    lock.release()
_thread.start_new_thread(give, ())
print('lock', lock.acquire(1, 30), now())
q = queue.Queue()
ticks = []
timer = osTimer()
timer.start(1000, 1, lambda _: ticks.append(now()))
once = osTimer()
once.start(2500, 0, lambda _: q.put('once'))
print(q.get(), now(), ticks)
timer.stop()
s = usocket.socket()
s.bind(('0.0.0.0', 0))
s.listen()
s.settimeout(20)
try:
    s.accept()
except OSError as e:
    print(e.args[0], now())
p = uselect.poll()
p.register(s, uselect.POLLIN)
print(p.poll(4000), now())
print([len(each) for each in uselect.select([s], [], [], 3)], now())
s.close()
