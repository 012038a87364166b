import _thread
import utime


def sleeping():
    utime.sleep(1000)


def busy():
    while True:
        pass


_thread.start_new_thread(sleeping, ())
_thread.start_new_thread(busy, ())
