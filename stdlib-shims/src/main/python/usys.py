"""usys (sys) - the interpreter. Values as the firmware of the documentation's generation has them: facts.md 11.22."""

import sys as _sys

argv = list(_device.argv)
path = _device.search_path
modules = _device.script_modules
platform = "EC600S"
version = "3.4.0"
version_info = (3, 4, 0)
byteorder = "little"
maxsize = 0x7FFFFFFF
stdin = _sys.stdin
stdout = _sys.stdout
stderr = _sys.stdout  # one port for both, on the module


class _Implementation(tuple):
    name = property(lambda self: self[0])
    version = property(lambda self: self[1])
    mpy = property(lambda self: self[2])

    def __repr__(self):
        return "(name='%s', version=%r, mpy=%d)" % self


implementation = _Implementation(("micropython", (1, 13, 0), 10245))


def exit(retval=0):
    """exit(retval=0): ends the script; on the PC, retval is the exit code."""
    raise SystemExit(retval)


def print_exception(exc, file=stdout):
    """print_exception(exc, file=usys.stdout): the exception's traceback."""
    file.write(_device.traceback(exc))
