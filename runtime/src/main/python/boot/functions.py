"""The device's functions among the builtins: each stands in the place of one of the interpreter's."""

import sys

from boot import current
from boot.own import RETOLD, is_interpreters, real_build_class, real_compile, real_eval, real_exec
from boot.words import OCTETS, TREE


def _open(file, mode="r", buffering=-1, encoding=None):
    """open(file, mode='r') -> a stream: text is UTF-8, of which nothing is translated."""
    if not isinstance(file, (str, bytes)):  # no numbers: those are the PC's descriptors
        raise TypeError("can't convert '%s' object to str implicitly" % type(file).__name__)
    if not isinstance(mode, str):
        raise TypeError("can't convert '%s' object to str implicitly" % type(mode).__name__)
    file = file if isinstance(file, str) else file.decode("utf-8", "surrogateescape")
    mounted = current.importer.mounted(file)
    if mounted:
        return mounted[0].open(mounted[1], mode)
    importer = current.importer
    importer.library(OCTETS)
    return importer.library("flash/files").open_file(importer.seam, importer.absolute(file), mode)


def _build_class(function, name, *bases, __named__=None, **keywords):
    """What a ``class`` statement does; MicroPython shows a class by its name alone.

    ``__named__`` is its name where dialect/tree.py has given it another.
    """
    made = real_build_class(function, __named__ or name, *bases, **keywords)
    if isinstance(made, type):
        made.__module__, made.__qualname__ = "builtins", __named__ or name
        if __named__:
            current.importer.library(TREE).rename_methods(made, name)
    return made


def _exec(object, globals=None, locals=None, /):
    """exec(text or code[, globals[, locals]])"""
    globals, locals = _namespaces(globals, locals, sys._getframe(1))
    if isinstance(object, str):
        current.importer.run_text(object, "exec", globals, locals)
    else:
        real_exec(object, globals, locals)


def _eval(object, globals=None, locals=None, /):
    """eval(text or code[, globals[, locals]]) -> the value"""
    globals, locals = _namespaces(globals, locals, sys._getframe(1))
    if isinstance(object, str):
        return current.importer.run_text(object.lstrip(), "eval", globals, locals)
    return real_eval(object, globals, locals)


def _compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1):
    """compile(text, filename, mode) -> code for exec() or eval()"""
    if not isinstance(source, str) or current.importer.is_library(sys._getframe(1).f_globals):
        return real_compile(source, filename, mode, flags, dont_inherit, optimize)
    if mode == "exec" and not source.replace("\\\n", "").strip():
        source = ""  # GraalPy refuses a text of continued lines without anything on them
    return current.importer.compile(source, filename, mode, flags)


def _namespaces(globals, locals, frame):
    if globals is not None:
        if not isinstance(globals, dict) or locals is not None and not isinstance(locals, dict):
            raise TypeError("globals and locals must be dicts")
        return globals, globals if locals is None else locals
    return frame.f_globals, frame.f_locals if locals is None else locals


def _caught(kinds):
    """What `except KINDS as e` of a script's is compiled as: MicroPython's text for what the interpreter has raised."""
    e = sys.exc_info()[1]
    if isinstance(e, RETOLD) and is_interpreters(e):
        current.importer.library("dialect/texts").said(e, current.importer.seam.errnoName)
    return kinds


def _help(*about):
    """help() shows where to begin, help('modules') the modules, help(obj) what obj is."""
    current.importer.library("prompt/helping").Help(current.importer)(*about)


def _input_from(seam):
    def input(prompt=""):
        """input(prompt='') -> the next line of the console, without its end; EOFError at the end of the input."""
        line = seam.line(str(prompt))
        if line is None:
            raise EOFError
        return line

    return input


_caught.__name__ = _caught.__qualname__ = "except"
for _each in (_open, _exec, _eval, _compile, _help):
    _each.__name__ = _each.__qualname__ = _each.__name__[1:]


def functions(importer, seam):
    """The builtins of a device, by name."""
    return {
        "__import__": importer.import_,
        "open": _open,
        "__build_class__": _build_class,
        "exec": _exec,
        "eval": _eval,
        "compile": _compile,
        "help": _help,
        "__caught__": _caught,
        "input": _input_from(seam),
    }
