"""queue - a queue between threads. Documentation: facts.md 10.12, facts-board.md B12.32."""

import _thread as _threads

_UNLIMITED = 0x7FFFFFFF


class Queue:
    """Queue(maxsize=100); max_size is the same as the vendor's interface files call it. The attribute maxsize may be set, too.

    The documentation calls maxsize the maximum, but a module takes one item more, before 2022 and in 2025.
    """

    def __init__(self, maxsize=100, max_size=None):
        self.maxsize = maxsize if max_size is None else max_size
        self._items = []
        self._guard = _threads.allocate_lock()
        self._ready = _threads._Semaphore(_UNLIMITED, 0)

    def put(self, data=None):
        """put(data=None) -> True, or False where more than maxsize items are in the queue already."""
        with self._guard:
            if len(self._items) > self.maxsize:
                return False
            self._items.append(data)
        self._ready.release()
        return True

    def get(self):
        """get() -> the oldest item; waits for one."""
        self._ready.acquire()
        with self._guard:
            return self._items.pop(0)

    def empty(self):
        """empty() -> whether nothing is in the queue."""
        return not self._items

    def size(self):
        """size() -> how many items are in the queue."""
        return len(self._items)
