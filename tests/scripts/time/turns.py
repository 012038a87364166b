import utime, _thread
def work(name, seconds):
    for i in range(3):
        utime.sleep(seconds)
        print(utime.time(), name)
for name, seconds in (('a', 2), ('b', 3), ('c', 2)):
    _thread.start_new_thread(work, (name, seconds))
