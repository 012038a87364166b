"""gc - the heap of a module, 512 KiB. The figures are made up, but they move: facts.md 11.24."""

_HEAP_BYTES = 512 * 1024
_IN_USE_BYTES = 76480
_BLOCK_BYTES = 16  # in which the heap is given out
_GARBAGE_BYTES = 96  # that each question leaves behind

_garbage = 0
_enabled = True
_threshold = -1


def mem_alloc():
    """mem_alloc() -> bytes in use."""
    global _garbage
    _garbage = (_garbage + _GARBAGE_BYTES) % (_HEAP_BYTES // 2)
    return _IN_USE_BYTES + _garbage


def mem_free():
    """mem_free() -> bytes left."""
    return _HEAP_BYTES - mem_alloc()


def collect():
    """collect(): frees what is not used any more."""
    global _garbage
    _garbage = 0


def enable():
    """enable(): has the collector run by itself."""
    global _enabled
    _enabled = True


def disable():
    """disable(): has it run only when told."""
    global _enabled
    _enabled = False


def isenabled():
    """isenabled() -> bool"""
    return _enabled


def threshold(amount=None):
    """threshold() -> the bytes after which the collector runs, -1 for none; threshold(amount) sets them."""
    global _threshold
    if amount is None:
        return _threshold
    _threshold = -1 if amount < 0 else amount // _BLOCK_BYTES * _BLOCK_BYTES
