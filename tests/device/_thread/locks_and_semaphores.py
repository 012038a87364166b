import _thread, utime
lock, gate = _thread.allocate_lock(), _thread.allocate_lock()
done = []
gate.acquire()
def work(n, factor=1):
    gate.acquire()
    gate.release()
    with lock:
        done.append(n * factor)
ids = [_thread.start_new_thread(work, (n,), {'factor': 10}) for n in range(3)]
print([_thread.threadIsRunning(i) for i in ids], lock.locked(), gate.locked(), gate.acquire(False))
gate.release()
while any([_thread.threadIsRunning(i) for i in ids]):
    utime.sleep_ms(5)
print(sorted(done), _thread.get_ident() not in ids, _thread.stack_size(), _thread.stack_size(10))
print(_thread.stack_size(9000), _thread.stack_size(), _thread.get_heap_size() > 0)
semaphore = _thread.allocate_semphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.getCnt())
_thread.start_new_thread(semaphore.release, ())
semaphore.acquire()
semaphore.release()
semaphore.release()
semaphore.release()
print(semaphore.getCnt())
_thread.delete_semphore(semaphore)
_thread.delete_lock(lock)
for call in (lambda: _thread.delete_lock(5), lambda: lock.release(), lambda: _thread.stop_thread(12345),
             lambda: _thread.stop_thread(0), lambda: _thread.start_new_thread(work, 5)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
