"""Puts methods in the place of those that classes of GraalPy's own have, until the device is released.

Such a class cannot be assigned to, but its dictionary can: comparing the view of it hands it over. Slots, which operators and
``repr`` use, do not come from there.
"""


class _Taking:
    def __eq__(self, dictionary):
        self.taken = dictionary
        return True


def methods_of(cls):
    """The dictionary of a class, to be changed. The class gets back what it had when the device is released.

    Only names that are there already may be given another value: GraalPy takes the others for absent.
    """
    taking = _Taking()
    cls.__dict__ == taking
    _device.remember_class(cls, taking.taken)
    return taking.taken


def replace(cls, name, make):
    """Puts make(the real method) in its place."""
    methods = methods_of(cls)
    made = make(methods[name])
    made.__name__, made.__qualname__ = name, cls.__name__ + "." + name
    methods[name] = made
