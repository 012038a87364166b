"""micropython - the interpreter's inside. Its figures are those of gc."""

import gc as _gc
import _thread as _threads

_STACK_BYTES_LIMIT = 4 * _threads.stack_size()
_SCHEDULER_DEPTH = 64  # calls that can wait at a time: firmware of 2021

_LARGEST_RING = 0xFFFF

_heap_locks = 0
_scheduled = []


def const(expr):
    """const(expr) -> expr. Where a name is given such a value, the compiler puts the value in the name's place."""
    return expr


def opt_level(level=None):
    """opt_level() -> the level; opt_level(level) sets it: from 1 on what is compiled has no assert, from 3 on no line numbers."""
    if level is None:
        return _device.optimisation
    _device.optimisation = level


def mem_info(verbose=None):
    """mem_info(): prints the use of stack and heap."""
    used = _gc.mem_alloc()
    print("stack: %d out of %d" % (stack_use(), _STACK_BYTES_LIMIT))
    print("GC: total: %d, used: %d, free: %d" % (_gc._HEAP_BYTES, used, _gc._HEAP_BYTES - used))


def qstr_info(verbose=None):
    """qstr_info(): prints how many names the interpreter holds."""
    print("qstr pool: n_pool=1, n_qstr=0, n_str_data_bytes=0, n_total_bytes=0")


def stack_use():
    """stack_use() -> bytes"""
    return 544


def alloc_emergency_exception_buf(size):
    """alloc_emergency_exception_buf(size): there is always room for an exception here."""


def heap_lock():
    """heap_lock(): counts; nothing is refused."""
    global _heap_locks
    _heap_locks += 1


def heap_unlock():
    """heap_unlock() -> how many locks are left."""
    global _heap_locks
    _heap_locks -= 1
    return _heap_locks


def kbd_intr(chr):
    """kbd_intr(chr): the character that interrupts a script, 3 for Ctrl-C; -1 for none."""
    _host.interruptCharacter(chr)


def schedule(func, arg):
    """schedule(func, arg): has func(arg) called soon, one call after the other; RuntimeError when too many wait."""
    if len(_scheduled) >= _SCHEDULER_DEPTH:
        raise RuntimeError("schedule queue full")
    _scheduled.append((func, arg))
    _host.schedule(_call_next)


def _call_next():
    func, arg = _scheduled.pop(0)
    func(arg)


class RingIO:
    """RingIO(n) -> a buffer of n bytes that one side writes and the other reads; RingIO(bytearray) uses that."""

    def __init__(self, size):
        if not isinstance(size, (int, bytearray, memoryview)):
            raise TypeError("can't convert %s to int" % type(size).__name__)
        self._most = size if isinstance(size, int) else len(size) - 1
        if not 1 <= self._most < _LARGEST_RING:
            raise ValueError
        self._held = bytearray()

    def any(self):
        """any() -> bytes to read"""
        return len(self._held)

    def read(self, n=-1):
        """read(n=-1) -> at most n bytes, or None where there are none and n is given"""
        n = len(self._held) if n < 0 else n
        read = bytes(self._held[:n])
        del self._held[:n]
        return read

    def readinto(self, buf, n=None):
        """readinto(buf[, n]) -> bytes read"""
        read = self.read(len(buf) if n is None else min(n, len(buf)))
        buf[: len(read)] = read
        return len(read)

    def readline(self):
        """readline() -> a line with its end, or what there is"""
        return self.read(self._held.find(b"\n") + 1 or -1)

    def write(self, data):
        """write(data) -> how many bytes there was room for"""
        taken = bytes(data[: self._most - len(self._held)])
        self._held += taken
        return len(taken)

    def close(self):
        """close()"""

    def ioctl(self, request, flags):
        """What uselect asks: 3 for what it is ready for."""
        if request != 3:
            return -22
        return (flags & 1 if self._held else 0) | (flags & 4 if len(self._held) < self._most else 0)

    def __repr__(self):
        return "<RingIO>"
