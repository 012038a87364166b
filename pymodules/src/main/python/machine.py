"""machine - the module's pins. Documentation: facts.md 10.17, facts-board.md 2.

Each class is in a file of its own, which is loaded when a script names it first.
"""

_PARTS = {
    "Pin": "machine/pin",
}

__all__ = tuple(_PARTS)


def __getattr__(name):
    part = _PARTS.get(name)
    if part is None:
        raise AttributeError("module 'machine' has no attribute '%s'" % name)
    value = globals()[name] = getattr(_device.library(part), name)
    return value


def __dir__():
    return ["__name__", *_PARTS]
