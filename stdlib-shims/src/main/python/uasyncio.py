"""uasyncio (asyncio) - tasks that take turns: the event loop, locks and events. Documentation: facts.md 11.34.

There is one loop. A task runs until it awaits something that is not there yet; the loop goes on with the task that is due
next, in the order in which they became due. Times are those of utime.ticks_ms().
"""

import sys as _sys

import uselect as _select
import utime as _time

_TURNS_BETWEEN_LOOKS = 4  # tasks that are due run before the streams are looked at again
_LONGEST_SLEEP_MS = 0x1FFFFFFF  # what ticks can compare

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
        task.ph_key = ticks() if due is None else due
        at = len(self._tasks)
        while at and ticks_diff(task.ph_key, self._tasks[at - 1].ph_key) < 0:
            at -= 1
        self._tasks.insert(at, task)
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
_turns = 0


class _Await:
    """What can be awaited: _steps() is a generator that yields whenever another task may run."""

    def __await__(self):
        return self._steps()

    __iter__ = __await__


class Task(_Await):
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

    def _steps(self):
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


class _Sleep(_Await):
    def __init__(self, due):
        self._due = due

    def _steps(self):
        _task_queue.push(cur_task, self._due)
        yield


def sleep_ms(delay):
    """await sleep_ms(delay): lets other tasks run for that many milliseconds."""
    if delay > _LONGEST_SLEEP_MS:
        raise OverflowError("ticks interval overflow")
    return _Sleep(ticks_add(ticks(), max(0, int(delay))))


def sleep(delay):
    """await sleep(delay): lets other tasks run for that many seconds; fractions count."""
    return sleep_ms(int(delay * 1000))


class _Streams:
    """The streams that tasks wait for: at most one reading and one writing task each."""

    def __init__(self):
        self._tasks = {}  # by the stream's id: [stream, reading task, writing task]
        self._poller = _select.poll()

    def __bool__(self):
        return bool(self._tasks)

    def add(self, stream, index):
        """The running task waits until the stream can be read (1) or written (2)."""
        entry = self._tasks.setdefault(id(stream), [stream, None, None])
        entry[index] = cur_task
        self._watch(entry)
        cur_task.data = self

    def _watch(self, entry):
        mask = (1 if entry[1] else 0) | (4 if entry[2] else 0)
        if mask:
            self._poller.register(entry[0], mask)
        else:
            self._poller.unregister(entry[0])
            del self._tasks[id(entry[0])]

    def remove(self, task):
        """A task no longer waits; cancel() calls it. Returns whether it did."""
        for entry in list(self._tasks.values()):
            for index in (1, 2):
                if entry[index] is task:
                    entry[index] = None
                    self._watch(entry)
                    return True
        return False

    def wait(self, millis):
        """Waits until a stream is ready or the alarm rings, at most so many milliseconds, -1 for ever."""
        global _waiting
        ready = self._poller._wait(millis, _alarm)
        _waiting = False
        for stream, event in ready:
            entry = self._tasks[id(stream)]
            for index, mask in ((1, ~4), (2, ~1)):
                if event & mask and entry[index]:
                    entry[index].data = None
                    _task_queue.push(entry[index])
                    entry[index] = None
            self._watch(entry)


_io_queue = _Streams()


class _Ready(_Await):
    def __init__(self, stream, index):
        self._stream, self._index = stream, index

    def _steps(self):
        _io_queue.add(self._stream, self._index)
        yield


def create_task(coro):
    """create_task(coro) -> Task, which runs from now on."""
    if not hasattr(coro, "send"):
        raise TypeError("coroutine expected")
    task = Task(coro)
    _task_queue.push(task)
    return task


def _next_task(main_task):
    """The task that is due next, when it is due; None where there is none left and none is asked for."""
    global _turns
    while True:
        task = _task_queue.peek()
        if task is not None and ticks_diff(task.ph_key, ticks()) <= 0:
            _turns += 1
            if _io_queue and _turns % _TURNS_BETWEEN_LOOKS == 0:
                _io_queue.wait(0)
            return _task_queue.pop()
        if task is None and main_task is None and not _io_queue:
            return None
        _wait()


def _wait():
    """Waits until the first task is due, a stream is ready, or a thread or a callback has made a task due."""
    global _waiting
    _alarm.reset()
    _waiting = True
    try:
        task = _task_queue.peek()
        _io_queue.wait(-1 if task is None else max(0, ticks_diff(task.ph_key, ticks())))
    finally:
        _waiting = False


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
            _task_queue.push(self.waiting.pop())
        self.state = True

    def clear(self):
        """clear()"""
        self.state = False

    async def wait(self):
        """await wait() -> True, as soon as it is set"""
        if not self.state:
            await _Queued(self.waiting)
        return True


class _Queued(_Await):
    """The running task waits until it is taken out of a queue."""

    def __init__(self, queue):
        self._queue = queue

    def _steps(self):
        self._queue.push(cur_task)
        cur_task.data = self._queue
        yield


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
            _task_queue.push(self._holder)

    async def acquire(self):
        """await acquire() -> True"""
        if self._holder is not None:
            try:
                await _Queued(self._waiting)
            except CancelledError:
                if self._holder is cur_task:  # it was this task's turn
                    self._holder = True
                    self.release()
                raise
        self._holder, self._owner = True, cur_task
        return True

    async def __aenter__(self):
        return await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        if self._owner is cur_task:  # GraalPy 25.0.2 comes here too when __aenter__ was cancelled
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
        """set()"""
        self.state = 1
        while self._waiters.peek():
            _task_queue.push(self._waiters.pop())

    def clear(self):
        """clear()"""
        self.state = 0

    async def wait(self):
        """await wait()"""
        if not self.state:
            await _Queued(self._waiters)
        self.state = 0


class _Gather:
    """What waits for several tasks on behalf of one."""

    def __init__(self, tasks, return_exceptions):
        self._tasks = tasks
        self._owner = cur_task
        self._return_exceptions = return_exceptions
        self._left = 0
        self._failure = None

    def remove(self, owner):
        """The waiting task is cancelled, and wakes to cancel the others."""
        self._left = -1
        return True

    def _on_end(self, task, outcome):
        if self._left <= 0:
            return
        self._left -= 1
        if not (self._return_exceptions or isinstance(outcome, StopIteration)):
            self._failure = outcome
            self._left = 0
        if self._left == 0:
            self._owner.data = None
            _task_queue.push(self._owner)

    async def results(self):
        for task in self._tasks:
            if task.done():
                task._awaited = True
                if not (self._return_exceptions or isinstance(task.data, StopIteration)) and self._failure is None:
                    self._failure = task.data
            elif task._waiting is not None:
                raise RuntimeError("can't gather")
            else:
                task._waiting = self._on_end
                self._left += 1
        if self._left and self._failure is None:
            try:
                await _Gathered(self)
            except CancelledError:
                self._forget()
                for task in self._tasks:
                    task.cancel()
                raise
        if self._failure is not None:
            self._forget()
            raise self._failure
        return [task.data.value if isinstance(task.data, StopIteration) else task.data for task in self._tasks]

    def _forget(self):
        self._left = -1
        for task in self._tasks:
            if not task.done():
                task._waiting = None


class _Gathered(_Await):
    def __init__(self, gather):
        self._gather = gather

    def _steps(self):
        cur_task.data = self._gather
        yield


async def gather(*aws, return_exceptions=False):
    """await gather(*coros or tasks) -> list of what they return; the first exception is raised, unless they are returned."""
    return await _Gather([_as_task(each) for each in aws], return_exceptions).results()


async def _watch(task, owner):
    """Tells the owner, by an exception, how a task ends."""
    try:
        outcome = await task
        state = True
    except BaseException as e:
        state, outcome = False, e
    if not owner.told:
        owner.told = True
        owner.outcome = (state, outcome)
        owner.event.set()


class _Outcome:
    def __init__(self):
        self.told = False
        self.outcome = None
        self.event = Event()


async def wait_for(aw, timeout, sleep=sleep):
    """await wait_for(coro or task, timeout) -> what it returns; TimeoutError, and it is cancelled, after timeout seconds."""
    task = _as_task(aw)
    if timeout is None:
        return await task
    outcome = _Outcome()
    watcher = create_task(_watch(task, outcome))
    timer = create_task(_ring(outcome, sleep(timeout)))
    try:
        await outcome.event.wait()
    except CancelledError:
        timer.cancel()
        watcher.cancel()
        task.cancel()
        raise
    if outcome.outcome is None:
        watcher.cancel()
        task.cancel()
        await sleep_ms(0)
        raise TimeoutError
    timer.cancel()
    succeeded, result = outcome.outcome
    if succeeded:
        return result
    raise result


async def _ring(outcome, sleeping):
    await sleeping
    if not outcome.told:
        outcome.told = True
        outcome.event.set()


def wait_for_ms(aw, timeout):
    """await wait_for_ms(coro or task, timeout): wait_for() in milliseconds."""
    return wait_for(aw, timeout, sleep_ms)


_STREAMS = ("Stream", "StreamReader", "StreamWriter", "open_connection", "start_server", "Server")


def __getattr__(name):
    if name in _STREAMS:
        return getattr(_device.library("uasyncio_streams"), name)
    raise AttributeError("module 'uasyncio' has no attribute '%s'" % name)
