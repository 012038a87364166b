"""help(), as the prompt has it."""

import sys

_MODULE = type(sys)

_WELCOME = """\
Welcome to QuecPython!

This is a simulated module. The vendor's documentation describes its modules; some things to try:

  help('modules')       the modules that can be imported
  help(x)               what x is, and what it has
  import log, net       as on a module
  uos.listdir('/usr')   the files of this device

Keys at the prompt:
  Ctrl-C   interrupts what runs
  Ctrl-D   on an empty line, resets the interpreter and runs /usr/main.py
  Ctrl-E   on an empty line, paste mode
"""


def _first_line(value):
    doc = getattr(value, "__doc__", None)
    lines = doc.strip().splitlines() if isinstance(doc, str) else ()
    return lines[0] if lines else ""


class Help:
    """help() shows where to begin, help('modules') the modules, help(obj) what obj is."""

    def __init__(self, importer):
        self._importer = importer

    def __repr__(self):
        return "<function>"

    def __call__(self, *about):
        if not about:
            print(_WELCOME)
        elif about[0] == "modules":
            self._modules()
        else:
            self._object(about[0])

    def _modules(self):
        names = sorted(self._importer.module_names())
        rows = -(-len(names) // 4)
        for row in range(rows):
            print("".join(name.ljust(18) for name in names[row::rows]).rstrip())
        print("Plus the modules under /usr: from usr import NAME")

    def _object(self, about):
        kind = type(about)
        print("object %s is of type %s" % (self._shown(about), kind.__name__))
        doc = getattr(about, "__doc__", None)
        if isinstance(doc, str) and doc and doc is not getattr(kind, "__doc__", None):
            print(doc.strip())
        for name in self._names(about):
            try:
                value = getattr(about, name)
            except Exception:
                continue
            print("  %s -- %s" % (name, self._doc(kind, name, value) if callable(value) else repr(value)))

    def _doc(self, kind, name, value):
        return _first_line(value) or _first_line(getattr(kind, name, None))  # an object may have a method of Java's for its own

    def _shown(self, about):
        return "<module '%s'>" % about.__name__ if type(about) is _MODULE else repr(about)

    def _names(self, about):
        return [name for name in dir(about) if not name.startswith("_")]

