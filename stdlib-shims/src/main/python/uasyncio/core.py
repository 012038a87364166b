"""Tasks, their queue, and the loop that runs them; MicroPython's uasyncio/core.py.

There is one loop. A task runs until it awaits something that is not there yet; the loop goes on with the task that is due
next, in the order in which they became due. Times are those of utime.ticks_ms().
"""

import sys as _sys

import uselect as _select
import utime as _time

_LONGEST_SLEEP_MS = 0x1FFFFFFF  # what ticks can compare
_PERIOD = 0x40000000  # of ticks; written out below, where utime.ticks_diff would be called at each turn
_HALF = 0x20000000

ticks = _time.ticks_ms
ticks_add = _time.ticks_add
ticks_diff = _time.ticks_diff


class CancelledError(BaseException):
    """Raised in a task that is cancelled."""


class TimeoutError(Exception):
    """Raised by wait_for() when the time is up."""


class TaskQueue:
    """Tasks by the time when they are due; those of one time in the order in which they came."""

    def __init__(self):
        self._tasks = []

    def peek(self):
        """peek() -> the first task, or None"""
        return self._tasks[0] if self._tasks else None

    def push(self, task, due=None):
        """push(task, due=now)"""
        if due is None:
            due = ticks()
        task.ph_key = due
        tasks = self._tasks
        at = len(tasks)
        while at and (due - tasks[at - 1].ph_key + _HALF) % _PERIOD < _HALF:
            at -= 1
        tasks.insert(at, task)
        if _waiting:
            _alarm.ring()

    def pop(self):
        """pop() -> the first task"""
        if not self._tasks:
            raise IndexError("empty heap")
        return self._tasks.pop(0)

    def remove(self, task):
        """remove(task) -> whether it was there"""
        if task not in self._tasks:
            return False
        self._tasks.remove(task)
        return True


_task_queue = TaskQueue()
cur_task = None
_alarm = _select._alarm()  # rings when a thread or a callback makes a task due while the loop waits
_waiting = False
_set_flags = []  # the ThreadSafeFlags that were set and whose task is not due yet
_ONE_TURN = (None,)


class Task:
    """A coroutine that takes turns with others; awaiting it gives what it returns or raises what it raises."""

    def __init__(self, coro):
        self.coro = coro
        self.ph_key = 0
        self.data = None  # what to raise in it, what it waits in, or once it has ended, the exception that ended it
        self._ended = False
        self._awaited = False
        self._waiting = None  # the tasks that wait for it, or the gather() that does

    def done(self):
        """done() -> whether it has ended."""
        return self._ended

    def cancel(self):
        """cancel() -> whether it was running: CancelledError is raised in it, where it waits."""
        if self._ended:
            return False
        if self is cur_task:
            raise RuntimeError("can't cancel self")
        innermost = self
        while isinstance(innermost.data, Task):
            innermost = innermost.data
        waited_for = hasattr(innermost.data, "remove") and innermost.data.remove(innermost)
        if waited_for or ticks_diff(innermost.ph_key, ticks()) > 0 and _task_queue.remove(innermost):
            _task_queue.push(innermost)
        innermost.data = CancelledError()
        return True

    def __await__(self):
        if not self._ended:
            if self._waiting is None:
                self._waiting = TaskQueue()
            elif callable(self._waiting):
                raise RuntimeError("can't wait")
            self._waiting.push(cur_task)
            cur_task.data = self
            yield
        self._awaited = True
        return _outcome_of(self)

    __iter__ = __await__

    def _end(self, outcome, is_main):
        """The coroutine has returned (StopIteration) or raised."""
        self._ended = True
        self.data = outcome
        waiting, self._waiting = self._waiting, None
        if callable(waiting):
            waiting(self, outcome)
        elif waiting is not None:
            while waiting.peek():
                _task_queue.push(waiting.pop())
        elif not (is_main or isinstance(outcome, (StopIteration, CancelledError))):
            _task_queue.push(self)  # told at its next turn, unless somebody has awaited it by then


def _outcome_of(task):
    if not isinstance(task.data, StopIteration):
        raise task.data
    return task.data.value


class _Sleep:
    """What sleep() gives to be awaited. Here and below: an iterator of one turn, and no generator, since it is made often."""

    def __init__(self, due):
        self._due = due

    def __await__(self):
        _task_queue.push(cur_task, self._due)
        return iter(_ONE_TURN)

    __iter__ = __await__


def sleep_ms(delay):
    """await sleep_ms(delay): lets other tasks run for that many milliseconds."""
    if delay > _LONGEST_SLEEP_MS:
        raise OverflowError("ticks interval overflow")
    return _Sleep((ticks() + int(delay)) % _PERIOD if delay > 0 else ticks())


def sleep(delay):
    """await sleep(delay): lets other tasks run for that many seconds; fractions count."""
    return sleep_ms(int(delay * 1000))


class _Streams:
    """The streams that tasks wait for: at most one reading and one writing task each."""

    def __init__(self):
        self._tasks = {}  # by the stream's id: [stream, reading task, writing task]
        self._asked = set()  # the ids of those that are no sockets: they are asked now and then
        self._filled = []  # the ids of those that hold something to read already
        self._wait = _select._loop_wait(_alarm)

    def __bool__(self):
        return bool(self._tasks)

    def add(self, stream, index):
        """The running task waits until the stream can be read (1) or written (2)."""
        key = id(stream)
        if hasattr(stream, "ioctl"):
            self._asked.add(key)
        elif not self._wait.watch(key, getattr(stream, "_socket", None), 1 if index == 1 else 4):
            raise OSError("stream operation not supported")
        elif index == 1 and hasattr(stream, "_pending") and stream._pending():
            self._filled.append(key)
        entry = self._tasks.setdefault(key, [stream, None, None])
        entry[index] = cur_task
        cur_task.data = self

    def _end(self, key, entry, index):
        """The task no longer waits."""
        entry[index] = None
        if not entry[3 - index]:
            del self._tasks[key]
            self._asked.discard(key)
        self._wait.forget(key, 1 if index == 1 else 4)

    def remove(self, task):
        """A task no longer waits; cancel() calls it. Returns whether it did."""
        for key, entry in self._tasks.items():
            for index in (1, 2):
                if entry[index] is task:
                    self._end(key, entry, index)
                    return True
        return False

    def wait(self, due):
        """Waits until a moment of ticks_ms(), -1 for ever, or until a stream is ready or the alarm rings.

        Returns whether it is that moment, and nothing else has happened.
        """
        global _waiting
        if self._asked or self._filled:
            ready = self._ask(due)
        else:
            ready = self._wait.until(due)
        _waiting = False
        if ready is None:
            return True
        for key, event in ready:
            entry = self._tasks[key]
            for index, mask in ((1, ~4), (2, ~1)):
                task = entry[index]
                if event & mask and task:
                    task.data = None
                    _task_queue.push(task)
                    self._end(key, entry, index)
        return False

    def _ask(self, due):
        """wait(), where not all are sockets that hold nothing."""
        filled, self._filled = [(key, 1) for key in self._filled if key in self._tasks], []
        if filled:
            return filled
        millis = -1 if due < 0 else max(0, ticks_diff(due, ticks()))
        entries = [(entry[0], (1 if entry[1] else 0) | (4 if entry[2] else 0)) for entry in self._tasks.values()]
        ready = [(key, event) for key, event in zip(list(self._tasks), _select._poll(entries, millis, _alarm)) if event]
        _alarm.reset()
        return ready or (None if due >= 0 and ticks_diff(due, ticks()) <= 0 else ready)


_io_queue = _Streams()


def create_task(coro):
    """create_task(coro) -> Task, which runs from now on."""
    if not hasattr(coro, "send"):
        raise TypeError("coroutine expected")
    task = Task(coro)
    _task_queue.push(task)
    return task


def _next_task(main_task):
    """The task that is due next, when it is due; None where there is none left and none is asked for."""
    global _waiting
    while True:
        _waiting = True  # from here on a thread that makes a task due rings
        tasks = _task_queue._tasks
        if tasks:
            due = tasks[0].ph_key
        elif main_task is None and not _io_queue and not _set_flags:
            _waiting = False
            return None
        else:
            due = -1
        if _set_flags:
            _waiting = False
            _wake_flags()
        elif _io_queue.wait(due) and tasks:
            return tasks.pop(0)


def _wake_flags():
    """What waits for the flags that were set since the last turn becomes due."""
    flags = _set_flags[:]
    _set_flags[:] = ()
    for flag in flags:
        flag._wake()


def run_until_complete(main_task=None):
    """run_until_complete(task) -> what the task returns; without one, runs until no task is left."""
    global cur_task
    if main_task is not None and main_task._ended:
        return _outcome_of(main_task)
    while True:
        cur_task = None
        task = _next_task(main_task)
        if task is None:
            return None
        if task._ended:
            if not task._awaited:
                Loop.call_exception_handler(
                    {"message": "Task exception wasn't retrieved", "exception": task.data, "future": task}
                )
            continue
        cur_task = task
        try:
            outcome, task.data = task.data, None
            if isinstance(outcome, BaseException):
                task.coro.throw(outcome)
            else:
                task.coro.send(None)
        except (CancelledError, Exception) as e:
            cur_task = None
            task._end(e, task is main_task)
            if task is not main_task:
                continue
            if isinstance(e, StopIteration):
                return e.value
            raise


def run(coro):
    """run(coro) -> what the coroutine returns: the whole program, usually."""
    return run_until_complete(create_task(coro))


def current_task():
    """current_task() -> the task that runs. RuntimeError outside of one."""
    if cur_task is None:
        raise RuntimeError("no running event loop")
    return cur_task


async def _end_of_run():
    """What run_forever() waits for; it is not scheduled before stop()."""


class Loop:
    """The loop's methods; there is one loop."""

    _exception_handler = None
    _stop_task = None

    def create_task(coro):
        """create_task(coro) -> Task"""
        return create_task(coro)

    def run_forever():
        """run_forever(): until stop()."""
        Loop._stop_task = Task(_end_of_run())
        run_until_complete(Loop._stop_task)

    def run_until_complete(awaitable):
        """run_until_complete(coro or task) -> what it returns"""
        return run_until_complete(_as_task(awaitable))

    def stop():
        """stop(): ends run_forever() when the running task next waits."""
        if Loop._stop_task is not None:
            _task_queue.push(Loop._stop_task)
            Loop._stop_task = None

    def close():
        """close(): nothing to do."""

    def set_exception_handler(handler):
        """set_exception_handler(handler): handler(loop, context) is told of what nobody awaited; None for the usual one."""
        Loop._exception_handler = handler

    def get_exception_handler():
        """get_exception_handler() -> the handler, or None"""
        return Loop._exception_handler

    def default_exception_handler(loop, context):
        """Prints the message, the task and the traceback."""
        print(context["message"], "future:", context["future"], "coro=", context["future"].coro, file=_sys.stderr)
        _device.print_exception(context["exception"])

    def call_exception_handler(context):
        """call_exception_handler(context): the handler, with the loop."""
        (Loop._exception_handler or Loop.default_exception_handler)(Loop, context)


def get_event_loop(runq_len=0, waitq_len=0):
    """get_event_loop() -> Loop"""
    return Loop


def new_event_loop():
    """new_event_loop() -> Loop, with no tasks"""
    global _task_queue, _io_queue, cur_task
    _task_queue, _io_queue, cur_task = TaskQueue(), _Streams(), None
    Loop._exception_handler = None
    return Loop


def _as_task(awaitable):
    return awaitable if isinstance(awaitable, Task) else create_task(awaitable)
