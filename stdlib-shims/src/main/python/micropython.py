"""micropython - the interpreter's inside. Its figures are those of gc."""

import gc as _gc
import _thread as _threads

_STACK_BYTES_LIMIT = 4 * _threads.stack_size()

_optimisation = 0
_heap_locks = 0


def const(expr):
    """const(expr) -> expr"""
    return expr


def opt_level(level=None):
    """opt_level() -> the level; opt_level(level) sets it, to no effect."""
    global _optimisation
    if level is None:
        return _optimisation
    _optimisation = level


def mem_info(verbose=None):
    """mem_info(): prints the use of stack and heap."""
    used = _gc.mem_alloc()
    print("stack: %d out of %d" % (stack_use(), _STACK_BYTES_LIMIT))
    print("GC: total: %d, used: %d, free: %d" % (_gc._HEAP_BYTES, used, _gc._HEAP_BYTES - used))


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
    """schedule(func, arg): has func(arg) called soon, by another thread here."""
    _threads.start_new_thread(func, (arg,))
