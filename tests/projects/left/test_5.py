import _thread
import utime

def forever():
    while True:
        utime.sleep(1)
        print("awake")

def test_thread():
    _thread.start_new_thread(forever, ())
    utime.sleep(3)
