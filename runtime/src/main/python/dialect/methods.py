"""Methods and functions that GraalPy 25.0.2 has otherwise than MicroPython; loaded for scripts in which their names stand."""

import builtins as _builtins

_Function = type(lambda: 0)
_Module = type(_builtins)
_Generator = type((lambda: (yield))())
_replace = _device.library("dialect/replacing").replace
_methods_of = _device.library("dialect/replacing").methods_of
_NO_EXCEPTION = "exceptions must derive from BaseException"
_UNHASHABLE = (type({}.keys()), type({}.items()), slice)


def _to_bytes(real):
    def to_bytes(self, length=1, byteorder="big", *, signed=False):
        made = real(self, length, byteorder, signed=signed)
        if signed and (self if self >= 0 else ~self).bit_length() >= 8 * length > 0:
            raise OverflowError("int too big to convert")
        return made

    return to_bytes


def _indices(real):
    def indices(self, length):
        if not hasattr(length, "__index__"):
            raise TypeError("can't convert %s to int" % type(length).__name__)
        return real(self, length)

    return indices


def _pop(real):
    def pop(self):
        """The first of the set's items, in the order in which it is iterated."""
        for item in self:
            self.discard(item)
            return item
        raise KeyError("pop from an empty set")

    return pop


def _strip(real):
    def strip(self, chars=None):
        made = real(self, chars)
        return self if len(made) == len(self) and type(self) is bytes else made

    return strip


def _throw(real):
    def throw(self, kind, *rest):
        if isinstance(kind, type) and isinstance(kind.__new__, _Function):
            made = kind()
            return real(self, made if isinstance(made, BaseException) else TypeError(_NO_EXCEPTION))
        return real(self, kind, *rest)

    return throw


def _with_traceback(real):
    def with_traceback(self, tb):
        if tb is not None and type(tb).__name__ != "traceback":
            raise TypeError("__traceback__ must be a traceback or None")
        return real(self, tb)

    return with_traceback


class _Typed:
    """An attribute that takes one kind of value only; GraalPy fails with a fault of Java's at another."""

    def __init__(self, real, kinds, wanted):
        self._real, self._kinds, self._wanted = real, kinds, wanted

    def __get__(self, function, cls=None):
        return self._real.__get__(function, cls)

    def __set__(self, function, value):
        if not isinstance(value, self._kinds):
            raise TypeError(self._wanted)
        self._real.__set__(function, value)

    def __delete__(self, function):
        self._real.__delete__(function)


class _Errno:
    """OSError's errno, which MicroPython has of an exception with one argument too."""

    def __init__(self, real):
        self._real = real

    def __get__(self, exception, cls=None):
        if exception is None:
            return self
        number = self._real.__get__(exception)
        return exception.args[0] if number is None and exception.args else number

    def __set__(self, exception, value):
        self._real.__set__(exception, value)


class _Value:
    """The first argument of any exception, or None."""

    def __get__(self, exception, cls=None):
        return exception and (exception.args[0] if exception.args else None)


_real_hash = hash


def _hash(object):
    """hash(object) -> int. TypeError for slices and views of dictionaries too."""
    if type(object) in _UNHASHABLE:
        raise TypeError("unsupported type for __hash__: '%s'" % type(object).__name__)
    return _real_hash(object)


class _Builtins(_Module):
    """The module builtins of a script that may replace __import__, which is then told None where nothing is named."""

    def __getattr__(self, name):
        try:
            return getattr(_builtins, name)
        except AttributeError:
            raise AttributeError("'module' object has no attribute '%s'" % name) from None

    def __setattr__(self, name, value):
        self.__dict__[name] = value
        if name == "__import__" and isinstance(value, _Function):
            value = _importing(value)
        setattr(_builtins, name, value)

    def __delattr__(self, name):
        self.__dict__.pop(name, None)
        delattr(_builtins, name)

    def __dir__(self):
        return dir(_builtins)


def _importing(function):
    def __import__(name, globals=None, locals=None, fromlist=None, level=0):
        return function(name, globals, locals, fromlist or None, level)

    return __import__


_replace(int, "to_bytes", _to_bytes)
_replace(slice, "indices", _indices)
_replace(set, "pop", _pop)
_replace(bytes, "strip", _strip)
_replace(_Generator, "throw", _throw)
_replace(BaseException, "with_traceback", _with_traceback)
_of_functions = _methods_of(_Function)
_of_functions["__code__"] = _Typed(_of_functions["__code__"], type(_to_bytes.__code__), "__code__ must be set to a code object")
_of_functions["__kwdefaults__"] = _Typed(
    _of_functions["__kwdefaults__"], (dict, type(None)), "__kwdefaults__ must be set to a dict object"
)
_methods_of(OSError)["errno"] = _Errno(_methods_of(OSError)["errno"])
_methods_of(BaseException)["value"] = _Value()
_hash.__name__ = _hash.__qualname__ = "hash"
_builtins.hash = _hash  # so the interpreter is not handed on
_builtins.divmod = _device.library("dialect/floats").divided(_builtins.divmod)
_device.script_modules["builtins"] = _Builtins("builtins")
