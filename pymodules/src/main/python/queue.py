"""queue - a queue between threads. Documentation: facts.md 10.12."""

import _thread as _threads

_UNLIMITED = 0x7FFFFFFF


class Queue:
    """Queue(maxsize=100); max_size is the same under its newer name. The attribute maxsize may be set, too."""

    def __init__(self, maxsize=100, max_size=None):
        self.maxsize = maxsize if max_size is None else max_size
        self._items = []
        self._guard = _threads.allocate_lock()
        self._ready = _threads._Semaphore(_UNLIMITED, 0)

    def put(self, data=None):
        """put(data=None) -> True, or False when the queue is full."""
        with self._guard:
            if len(self._items) >= self.maxsize:
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
