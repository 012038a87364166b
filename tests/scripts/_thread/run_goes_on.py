import _thread, utime
def endless():
    while True:
        utime.sleep_ms(5)
def leaves():
    _thread.exit()
def fails():
    utime.sleep_ms(30)
    import nothing_of_this_name
thread = _thread.start_new_thread(endless, ())
_thread.start_new_thread(leaves, ())
_thread.start_new_thread(fails, ())
_thread.stop_thread(thread)
print('the main program ends')
