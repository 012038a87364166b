import _thread, utime

print('ready')

def f():
    while True: utime.sleep(1)

_thread.start_new_thread(f, ())
