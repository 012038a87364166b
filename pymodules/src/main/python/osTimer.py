"""osTimer - timers: ``import osTimer; t = osTimer()``. Documentation: facts.md 10.11, facts-board.md B2.55.

The module itself is callable: on the device its name is bound to the class.
"""

from operator import index as _index

_Module = type(_device.facades["osTimer"])


class osTimer:
    """osTimer() -> a timer, which a running program waits for as for a thread. There may be any number of them."""

    def __init__(self):
        self._timer = _host.timer()
        self._deleted = False

    def start(self, initialTime, cyclialEn, callback, /):
        """start(initialTime, cyclialEn, callback) -> 0: calls callback(None) after so many ms, once; with 1 again and again.

        A timer that runs begins anew. Callbacks of all timers run one after the other (facts-board.md B1.1). -1 after
        delete_timer().
        """
        if self._deleted:
            return -1
        length = _index(initialTime)
        self._timer.start(length, max(1, length) if cyclialEn else 0, lambda nothing: callback(None))
        return 0

    def stop(self):
        """stop() -> 0: no call any more."""
        if self._deleted:
            return -1
        self._timer.stop()
        return 0

    def delete_timer(self):
        """delete_timer() -> 0: start() and stop() return -1 from now on, and so does this call (guessed)."""
        if self._deleted:
            return -1
        self._timer.stop()
        self._deleted = True
        return 0


class _Callable(_Module):
    def __call__(self):
        return osTimer()


_device.facades["osTimer"].__class__ = _Callable
