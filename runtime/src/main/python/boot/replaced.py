"""What a device has replaced of the interpreter's own: builtins, and methods of its classes."""

import builtins

_ABSENT = object()


class Replaced:
    """Notes what was there, and gives it back when the device is released."""

    def __init__(self):
        self._own = {}  # the interpreter's own builtins in whose place others are; _ABSENT where it has none
        self._now = dict(builtins.__dict__)  # the builtins as only a script could have changed them
        self._classes = {}  # those whose methods library code has replaced: (their dictionary, what was in it)

    def give(self, name, value):
        """Puts a builtin in place."""
        self._own.setdefault(name, self._now.get(name, _ABSENT))
        builtins.__dict__[name] = self._now[name] = value

    def remember_class(self, cls, methods):
        """Notes what a class of the interpreter's has, before library code changes it."""
        self._classes.setdefault(cls, (methods, dict(methods)))

    def is_intact(self):
        """Returns whether the script has left the builtins as it found them."""
        now = builtins.__dict__
        return len(now) == len(self._now) and all([now.get(k) is v for k, v in self._now.items()])

    def give_back(self):
        """Restores the builtins and the classes, so that library code runs as in a fresh interpreter."""
        for name, own in self._own.items():
            if own is _ABSENT:
                del builtins.__dict__[name]
            else:
                builtins.__dict__[name] = own
        for methods, own in self._classes.values():
            for name in [name for name in methods if name not in own]:
                del methods[name]
            methods.update({name: method for name, method in own.items() if methods[name] is not method})
