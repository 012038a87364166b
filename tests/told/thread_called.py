# says 9 in check: thread-arguments: the function is called here, not in the thread. Leave its () out.
import _thread


def work():
    print('working')


_thread.start_new_thread(work(), ())
