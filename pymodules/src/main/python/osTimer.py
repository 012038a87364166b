"""osTimer - timers: ``import osTimer; t = osTimer()``. Documentation: facts.md 10.11.

The module itself is callable: on the device its name is bound to the class.
"""

import _thread as _threads

_Module = type(_threads)


class osTimer:
    """osTimer() -> a timer, which a running program waits for as for a thread."""

    def __init__(self):
        self._stop = None
        self._deleted = False

    def start(self, initialTime, cyclialEn, callback):
        """start(initialTime, cyclialEn, callback) -> 0: calls callback(None) after so many ms; 1: again and again."""
        if self._deleted:
            return -1
        self.stop()
        self._stop = _threads.allocate_lock()
        self._stop.acquire()
        _threads.start_new_thread(self._run, (self._stop, initialTime / 1000, cyclialEn, callback))
        return 0

    def _run(self, stop, seconds, again, callback):
        while not stop.acquire(True, seconds):
            try:
                callback(None)
            except Exception as e:
                _device.print_exception(e)
            if not again:
                return

    def stop(self):
        """stop() -> 0: no call any more."""
        if self._deleted:
            return -1
        if self._stop is not None:
            self._stop.release()
            self._stop = None
        return 0

    def delete_timer(self):
        """delete_timer() -> 0: start() and stop() return -1 from now on."""
        self.stop()
        self._deleted = True
        return 0


class _Callable(_Module):
    def __call__(self):
        return osTimer()


_device.facades["osTimer"].__class__ = _Callable
