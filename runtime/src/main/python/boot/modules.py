"""The kinds of modules that a script meets beside plain ones."""

from boot import current
from boot.own import Module


class Main(Module):
    """What ``import __main__`` gives. The names are in a plain dict: ``del`` of one that is not there fails only so."""

    def __init__(self, names):
        super().__init__("__main__")
        super().__setattr__("_names", names)

    def __getattr__(self, name):
        try:
            return self._names[name]
        except KeyError:
            raise AttributeError("module '__main__' has no attribute '%s'" % name) from None

    def __setattr__(self, name, value):
        self._names[name] = value

    def __delattr__(self, name):
        del self._names[name]


class Sys(Module):
    """usys: as any module that is built into the firmware it cannot be changed, but for what is there to be set."""

    def __setattr__(self, name, value):
        if name not in ("path", "tracebacklimit"):
            raise AttributeError("'module' object has no attribute '%s'" % name)
        self.__dict__[name] = value
        if name == "path":
            current.importer.search_path = value

    def __delattr__(self, name):
        if name != "tracebacklimit" or name not in self.__dict__:
            raise AttributeError("'module' object has no attribute '%s'" % name)
        del self.__dict__[name]


def as_module(object):
    """What `from x import *` takes its names from, where x is something else that lies in sys.modules."""
    names = getattr(object, "__all__", None)
    if names is None:
        if not hasattr(object, "__dict__"):
            raise AttributeError("'%s' object has no attribute '__dict__'" % type(object).__name__)
        names = [name for name in dir(object) if not name.startswith("_")]
    module = Module("*")
    module.__dict__.update([(name, getattr(object, name)) for name in names])
    module.__all__ = list(names)
    return module
