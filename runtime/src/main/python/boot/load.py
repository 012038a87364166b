"""Loads library code that needs no device: the parts of ``boot``, in the order of BootCode.java, and those of a tool.

Two kinds of code run in one interpreter. *Library* code is this: the facades of the device's modules, their parts, and
GraalPy's own library below them. Everything else is a *script*. Both say ``import x``; a library gets GraalPy's modules,
a script gets the device's and the files under /usr, and nothing else.
"""

import builtins
import sys

_Module = type(sys)
_exec, _compile = builtins.exec, builtins.compile
_OWN = {name: value for name, value in builtins.__dict__.items() if name[:1] != "_"}
_codes = {}  # library code that is compiled already, by its source


def code_of(name, source):
    """Library code from its source, compiled once for all the devices of this interpreter, or as it is compiled already."""
    if not isinstance(source, str):
        return source
    code = _codes.get(source)
    if code is None:
        code = _codes[source] = _compile(source, "<qpy/" + name + ".py>", "exec")
    return code


def load(name, source, host=None):
    """Loads a part, for instance boot/own, as the module boot.own, which parts loaded later can import.

    It has the interpreter's own builtins as names of its own: a script, or a device for its scripts, may replace a builtin.
    """
    folder, _, last = name.rpartition("/")
    module = sys.modules[folder + "." + last] = _Module(folder + "." + last)
    setattr(sys.modules.setdefault(folder, _Module(folder)), last, module)
    module.__dict__.update(_OWN, _host=host)
    _exec(code_of(name, source), module.__dict__)
    return module
