import _thread, utime
from queue import Queue
def waits():
    print('in the thread')
    utime.sleep(3600)
_thread.start_new_thread(waits, ())
_thread.start_new_thread(Queue().get, ())
