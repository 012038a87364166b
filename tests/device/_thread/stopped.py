# A thread is stopped wherever it is, as on the module, where stop_thread() deletes it. Each wait here has a way of its own.
import _thread, utime, usocket, uselect
from queue import Queue


def endless():
    while True: pass


def computes():
    x = 1
    while True: x = x * 7 // 3 % 1000003


def sleeps():
    utime.sleep(3600)


def acquires():
    lock.acquire()


def acquires_semaphore():
    semaphore.acquire()


def gets():
    queue.get()


def receives():
    socket.recv(1)


def selects():
    uselect.select([socket], [], [])


def catches_all():
    while True:
        try: utime.sleep_ms(1)
        except: pass


def begin(work):
    print('begins')
    work()


for work in (endless, computes, sleeps, acquires, acquires_semaphore, gets, receives, selects, catches_all):
    lock, semaphore, queue = _thread.allocate_lock(), _thread.allocate_semphore(1), Queue()
    lock.acquire()
    semaphore.acquire()
    socket = usocket.socket(usocket.AF_INET, usocket.SOCK_DGRAM)
    socket.bind(('127.0.0.1', 0))
    thread = _thread.start_new_thread(begin, (work,))
    utime.sleep_ms(50)
    _thread.stop_thread(thread)
    print(work.__name__, _thread.threadIsRunning(thread))
    lock.release()
    semaphore.release()
    print(lock.acquire(), semaphore.acquire(), queue.put(1), queue.get())
    socket.close()
