"""What the interpreter has of its own, noted before a device's functions take its place among the builtins."""

import builtins
import sys

Module = type(sys)
real_import = builtins.__import__
real_open = builtins.open
real_build_class = builtins.__build_class__
real_exec, real_eval, real_compile = builtins.exec, builtins.eval, builtins.compile

_CLASSES = {name: value for name, value in builtins.__dict__.items() if name[:1] != "_"}

# A script's metaclass may have a __name__ of its own, and its exceptions' classes the other two.
name_of_class = type.__dict__["__name__"].__get__
arguments_of = BaseException.__dict__["args"].__get__
traceback_of = BaseException.__dict__["__traceback__"].__get__

# Of whose texts dialect/texts.py knows MicroPython's
RETOLD = (OSError, LookupError, NameError, ArithmeticError, ImportError, TypeError, ValueError, AttributeError, SystemError)


def is_interpreters(e):
    """Returns whether an exception is of one of the interpreter's own classes."""
    return _CLASSES.get(name_of_class(type(e))) is type(e)


def posix():
    """GraalPy's module posix, which is imported when it is first needed."""
    import posix

    return posix
