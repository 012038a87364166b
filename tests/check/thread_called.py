import _thread


def blink():
    print("on")


_thread.start_new_thread(blink(), ())  # finds: thread-arguments
