"""What tasks wait for among themselves: Event, Lock and ThreadSafeFlag; MicroPython's uasyncio/lock.py and event.py."""

_core = _device.library("uasyncio/core")
_ONE_TURN = _core._ONE_TURN
CancelledError, TaskQueue = _core.CancelledError, _core.TaskQueue


class Event:
    """A flag that tasks wait for."""

    def __init__(self):
        self.state = False
        self.waiting = TaskQueue()

    def is_set(self):
        """is_set() -> bool"""
        return self.state

    def set(self):
        """set(): wakes all that wait."""
        while self.waiting.peek():
            _core._task_queue.push(self.waiting.pop())
        self.state = True

    def clear(self):
        """clear()"""
        self.state = False

    async def wait(self):
        """await wait() -> True, as soon as it is set"""
        if not self.state:
            await _Queued(self.waiting)
        return True


class _Queued:
    """The running task waits until it is taken out of a queue."""

    def __init__(self, queue):
        self._queue = queue

    def __await__(self):
        self._queue.push(_core.cur_task)
        _core.cur_task.data = self._queue
        return iter(_ONE_TURN)


class Lock:
    """A lock between tasks; also for ``async with``."""

    def __init__(self):
        self._holder = None  # True, or the task whose turn it is next
        self._owner = None  # the task that acquired it
        self._waiting = TaskQueue()

    def locked(self):
        """locked() -> bool"""
        return self._holder is True

    def release(self):
        """release(): the next task may have it. RuntimeError when nobody has it."""
        if self._holder is not True:
            raise RuntimeError("Lock not acquired")
        self._holder = None
        if self._waiting.peek():
            self._holder = self._waiting.pop()
            _core._task_queue.push(self._holder)

    async def acquire(self):
        """await acquire() -> True"""
        if self._holder is not None:
            try:
                await _Queued(self._waiting)
            except CancelledError:
                if self._holder is _core.cur_task:  # it was this task's turn
                    self._holder = True
                    self.release()
                raise
        self._holder, self._owner = True, _core.cur_task
        return True

    async def __aenter__(self):
        return await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        if self._owner is _core.cur_task:  # GraalPy 25.0.2 comes here too when __aenter__ was cancelled
            self._owner = None
            self.release()


class ThreadSafeFlag:
    """A flag that a thread or a callback sets and one task waits for, which clears it."""

    def __init__(self):
        self.state = 0
        self._waiters = TaskQueue()

    def ioctl(self, request, flags):
        """What uselect asks: 3 for whether it is set."""
        return self.state * flags if request == 3 else -1

    def set(self):
        """set(): the waiting task is due after those that are due already, as if the loop had asked a stream."""
        self.state = 1
        _core._set_flags.append(self)
        if _core._waiting:
            _core._alarm.ring()

    def _wake(self):
        while self.state and self._waiters.peek():
            _core._task_queue.push(self._waiters.pop())

    def clear(self):
        """clear()"""
        self.state = 0

    async def wait(self):
        """await wait()"""
        if not self.state:
            await _Queued(self._waiters)
        self.state = 0
