"""What waits for other tasks: gather() and wait_for(); MicroPython's uasyncio/funcs.py."""

_core = _device.library("uasyncio/core")
_ONE_TURN = _core._ONE_TURN
CancelledError = _core.CancelledError


class _Gather:
    """What waits for several tasks on behalf of one."""

    def __init__(self, tasks, return_exceptions):
        self._tasks = tasks
        self._owner = _core.cur_task
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
            _core._task_queue.push(self._owner)

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


class _Gathered:
    def __init__(self, gather):
        self._gather = gather

    def __await__(self):
        _core.cur_task.data = self._gather
        return iter(_ONE_TURN)


async def gather(*aws, return_exceptions=False):
    """await gather(*coros or tasks) -> list of what they return; the first exception is raised, unless they are returned."""
    return await _Gather([_core._as_task(each) for each in aws], return_exceptions).results()


class _Outcome:
    """How a task ends that another one waits for, for some time."""

    def __init__(self):
        self.owner = _core.cur_task  # None once it no longer sleeps here
        self.told = None  # whether it returned, and what, or the exception

    async def watch(self, task):
        try:
            told = True, await task
        except BaseException as e:
            told = False, e
        self.told = told
        if self.owner is not None and _core._task_queue.remove(self.owner):  # it sleeps until the time is up
            _core._task_queue.push(self.owner)


async def wait_for(aw, timeout, sleep=_core.sleep):
    """await wait_for(coro or task, timeout) -> what it returns; TimeoutError, and it is cancelled, after timeout seconds."""
    task = _core._as_task(aw)
    if timeout is None:
        return await task
    outcome = _Outcome()
    watcher = _core.create_task(outcome.watch(task))
    try:
        await sleep(timeout)
    except CancelledError:
        watcher.cancel()
        task.cancel()
        raise
    finally:
        outcome.owner = None
    if outcome.told is None:
        watcher.cancel()
        task.cancel()
        await _core.sleep_ms(0)
        raise _core.TimeoutError
    succeeded, result = outcome.told
    if succeeded:
        return result
    raise result


def wait_for_ms(aw, timeout):
    """await wait_for_ms(coro or task, timeout): wait_for() in milliseconds."""
    return wait_for(aw, timeout, _core.sleep_ms)
