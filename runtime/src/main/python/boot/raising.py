"""What Java has Python do in a script's thread: make values, and raise exceptions."""

import _thread
import builtins
import sys

from boot import current

_EINTR = 4


def list_of(*items):
    return list(items)


def dict_of(*keys_and_values):
    return dict(zip(keys_and_values[::2], keys_and_values[1::2]))


def raise_(type_name, *arguments):
    _step()
    if type_name == "OSError" and arguments[:1] == (_EINTR,) and _thread.get_ident() in current.importer.stopped_threads:
        raise SystemExit
    raise getattr(builtins, type_name)(*arguments)


def _step():
    """A step of the script's thread: an interrupt that has ended a host call comes here, before that call's EINTR."""


def raise_interrupt():
    raise KeyboardInterrupt


def raise_memory_error():
    raise MemoryError("memory allocation failed")


def raise_thread_exit():
    """Returns where library code runs, which is not to be left in the middle; then it is called again."""
    if sys._getframe(1).f_code.co_filename in current.importer.script_files:
        raise SystemExit
    return ""


def where():
    """file:line of the script that this thread runs, which is about to be stopped; '' where it runs none."""
    if current.importer.checkpoint:
        current.importer.checkpoint()
    return current.importer.where(sys._getframe())
