"""_thread - threads, locks and semaphores. Documentation: facts.md 10.3.

A run goes on until every thread has ended, as a module does after its main program.
"""

import sys as _sys

_python = _device.import_("_thread", None)  # GraalPy's own module of this name

_MAIN = _python.get_ident()
_STACK_WORDS, _STACK_WORDS_MIN = 8448, 8192
_HEAP_BYTES = 1024 * 1024
_EINTR = 4
_FOR_EVER = -1.0  # seconds
_STOP_TRIES, _STOP_SECONDS = 30, 0.1

get_ident = _python.get_ident

_stack_words = _STACK_WORDS
_ends = {}  # of each live thread: a lock that it holds until it has ended
_stopped = _device.stopped_threads = set()  # of those: which have been told to end


class LockType:
    """What allocate_lock() returns; also for ``with``."""

    def __init__(self):
        self._lock = _host.lock()

    def acquire(self, waitflag=1, timeout=-1):
        """acquire(waitflag=1, timeout=-1) -> whether this thread has it now; waits, at most timeout seconds."""
        return self._lock.acquire(bool(waitflag), float(timeout))

    def release(self):
        """release(): RuntimeError when nobody has it. Any thread may."""
        if not self._lock.locked():
            raise RuntimeError
        self._lock.release()

    def locked(self):
        """locked() -> whether somebody has it."""
        return self._lock.locked()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exception):
        self.release()


def allocate_lock():
    """allocate_lock() -> a lock that nobody has."""
    return LockType()


def start_new_thread(function, args, kwargs={}):
    """start_new_thread(function, args[, kwargs]) -> the thread's id, for stop_thread()."""
    if not isinstance(args, (tuple, list)):
        raise TypeError("object '%s' isn't a tuple or list" % type(args).__name__)
    if not isinstance(kwargs, dict):
        raise TypeError("expecting a dict for keyword args")
    started, end = _taken_lock(), _taken_lock()
    place = _host.expect()
    try:
        ident = _python.start_new_thread(_run, (place, started, end, function, args, kwargs))
    except BaseException:
        _host.giveUp(place)
        raise
    _ends[ident] = end
    started.release()
    return ident


def _taken_lock():
    lock = _host.lock()
    lock.acquire(True, _FOR_EVER)
    return lock


def _run(place, started, end, function, args, kwargs):
    ident = get_ident()
    try:
        try:
            _host.enter(place, ident)  # from here on stop_thread() may raise in it, anywhere
            if ident in _stopped:  # by one that came before
                raise SystemExit
            started.acquire(True, _FOR_EVER)
            function(*args, **kwargs)
        finally:
            _host.shield(ident)
    except SystemExit:
        pass
    except BaseException as e:
        _report(function, e)
    finally:
        _host.shield(ident)  # what was raised while the first was called
        _stopped.discard(ident)
        _ends.pop(ident, None)
        end.release()
        _host.leave()


def _report(function, e):
    if isinstance(e, OSError) and e.args[:1] == (_EINTR,):
        return  # the person at the PC has interrupted the run, which is told once, by the main thread
    _sys.stderr.write("Unhandled exception in thread started by %r\n" % (function,))
    _sys.stderr.flush()
    _device.print_exception(e)


def _wait_for_all():
    """What the end of the main program waits for."""
    while _ends:
        for end in list(_ends.values()):
            end.acquire(True, _FOR_EVER)
            end.release()


def exit():
    """exit(): ends this thread."""
    raise SystemExit


def stop_thread(thread_id):
    """stop_thread(thread_id): ends a thread, 0 for this one: SystemExit is raised in it, whatever it does or waits for."""
    ident = thread_id or get_ident()
    if ident == _MAIN:
        raise ValueError("Deleting the main thread is not allowed!")
    if ident not in _ends:
        raise ValueError("No thread with thread id %d was found!" % thread_id)
    if ident == get_ident():
        raise SystemExit
    _stopped.add(ident)
    for _ in range(_STOP_TRIES):  # a script may catch SystemExit
        end = _ends.get(ident)
        if end is None:
            break
        _host.stop(ident)
        if end.acquire(True, _STOP_SECONDS):
            end.release()
            break


def threadIsRunning(thread_id):
    """threadIsRunning(thread_id) -> whether the thread has not ended yet."""
    return thread_id in _ends and thread_id not in _stopped


def stack_size(size=None):
    """stack_size() -> the stack of new threads, in words of 32 bits; stack_size(size) -> 0, or -1 when too small."""
    global _stack_words
    if size is None:
        return _stack_words
    if size and size < _STACK_WORDS_MIN:
        return -1
    _stack_words = size or _STACK_WORDS
    return 0


def get_heap_size():
    """get_heap_size() -> what is left of the system's heap, in bytes."""
    return _HEAP_BYTES - 4 * _stack_words * len(_ends)


def delete_lock(lock):
    """delete_lock(lock): TypeError when it is none."""
    if not isinstance(lock, LockType):
        raise TypeError("The argument isn't a lock.")


class _Semaphore:
    def __init__(self, most, count):
        self._max, self._count = most, count
        self._guard = _python.allocate_lock()
        self._waiting = []

    def acquire(self):
        """acquire() -> True, when there is one to have."""
        with self._guard:
            if self._count > 0:
                self._count -= 1
                return True
            turn = _taken_lock()
            self._waiting.append(turn)
        self._wait_for(turn)
        return True

    def _wait_for(self, turn):
        try:
            turn.acquire(True, _FOR_EVER)
        except BaseException:
            with self._guard:
                still_waiting = turn in self._waiting
                if still_waiting:
                    self._waiting.remove(turn)
            if not still_waiting:
                self.release()
            raise

    def release(self):
        """release(): gives one back."""
        with self._guard:
            if self._waiting:
                self._waiting.pop(0).release()
            elif self._count < self._max:
                self._count += 1

    def getCnt(self):
        """getCnt() -> (most, now)."""
        return self._max, self._count


def allocate_semphore(initcount):
    """allocate_semphore(initcount) -> a semaphore that can be acquired initcount times."""
    return _Semaphore(initcount, initcount)


def delete_semphore(semphore):
    """delete_semphore(semphore): TypeError when it is none."""
    if not isinstance(semphore, _Semaphore):
        raise TypeError("The argument isn't a semphore.")
