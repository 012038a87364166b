"""Decides what ``import`` finds, in scripts and in library code."""

import builtins
import sys

from boot import current
from boot.compiling import Compiler
from boot.load import code_of
from boot.modules import Main, Sys, as_module
from boot.own import Module, real_exec, real_import
from boot.paths import Paths
from boot.words import OCTETS, OCTET_MODULES, modules_for

_ABSENT = object()
_COMPILED = (".mpy", ".pyc", ".so")  # endings of modules that have no source

# The u-modules under their other name: the firmware of 2021 has the u-names only, later ones both (facts.md 11.35).
ALIASES = {
    "array": "uarray",
    "asyncio": "uasyncio",
    "binascii": "ubinascii",
    "collections": "ucollections",
    "cryptolib": "ucryptolib",
    "errno": "uerrno",
    "hashlib": "uhashlib",
    "heapq": "uheapq",
    "io": "uio",
    "json": "ujson",
    "os": "uos",
    "random": "urandom",
    "re": "ure",
    "select": "uselect",
    "socket": "usocket",
    "ssl": "ussl",
    "struct": "ustruct",
    "sys": "usys",
    "time": "utime",
    "zlib": "uzlib",
}


_SHOWN = {name: alias for alias, name in ALIASES.items()}  # newer firmware's names, which its modules call themselves

# What GraalPy's own code, in Java, imports while a script runs: it passes None for globals, as a script may.
_IMPORTED_BY_JAVA = frozenset(
    "_asyncio _codecs _compat_pickle _sha3 codecs copyreg datetime encodings functools inspect json.decoder locale typing"
    " warnings".split()
)


class Importer(Paths):
    """Decides what ``import`` finds; facades know it as ``_device``. ``seam`` is the boot code's host object.

    Modules and library code have two namespaces: a module has a name, a piece of library code the name of its folder too,
    for instance dialect/texts. So a module may be called ``texts``, and no script can import library code.
    """

    def __init__(self, seam):
        super().__init__(seam)
        self._names = frozenset(seam.names())
        self.argv = []
        self.facades = {}
        self._libraries = {}
        self._facade_globals = set()  # their ids, and those of library code; neither is ever collected
        self.script_modules = {"builtins": builtins}
        self.search_path = [""]
        self.instrument = None  # a function (source or tree, file) -> what is compiled in its place
        self.checkpoint = None  # a function that is called when a script, or a test of one, has ended
        self.stopped_threads = ()  # their idents; _thread has more
        self.optimisation = 0  # micropython.opt_level()
        self._told = set()
        self.at_exit = None  # what sys.atexit() was given
        compiler = Compiler(self, seam)
        self.compile, self.run_text, self.script_files = compiler.compile, compiler.run_text, compiler.script_files

    def import_(self, name, globals=_ABSENT, locals=None, fromlist=(), level=0):
        if globals is None and (name in _IMPORTED_BY_JAVA or self._is_of_library(sys._getframe().f_back)):
            return real_import(name, {}, {}, fromlist, level)
        if globals is None or globals is _ABSENT:
            globals = {}
        if self.is_library(globals):
            if level == 0 and name in self._names and self._is_facade(globals):
                return self.facade(name)
            return real_import(name, globals, locals, fromlist, level)
        if level:
            name = self._absolute(name, globals, level)
        elif not name:
            raise ValueError
        module = self._find(name)
        if fromlist:
            self._import_submodules(name, module, fromlist)
            return module if isinstance(module, Module) or "*" not in fromlist else as_module(module)
        return self._find(name.partition(".")[0])

    def _is_facade(self, globals):
        return id(globals) in self._facade_globals

    def _is_of_library(self, frame):
        """Whether library code runs there, or none of Python's."""
        return frame is None or self.is_library(frame.f_globals)

    def is_library(self, globals):
        """Whether these are the globals of library code; a script's never are in sys.modules."""
        if self._is_facade(globals):
            return True
        module = sys.modules.get(globals.get("__name__"))
        return module is not None and getattr(module, "__dict__", None) is globals

    def _absolute(self, name, globals, level):
        package = globals.get("__package__") or ""
        parts = package.split(".") if package else []
        if len(parts) < level:
            raise ImportError("no package for a relative import")
        base = parts[: len(parts) - level + 1]
        return ".".join(base + ([name] if name else []))

    def _import_submodules(self, name, module, fromlist):
        if not hasattr(module, "__path__"):
            return
        for each in fromlist:
            if each != "*" and not hasattr(module, each):
                try:
                    setattr(module, each, self._find(name + "." + each))  # also one that is being loaded, in a circle
                except ImportError as e:
                    if e.name != name + "." + each or not hasattr(e, "missing") or hasattr(e, "compiled"):
                        raise

    def _find(self, name):
        name = ALIASES.get(name, name)
        if name in self._names:
            return self.facade(name)
        if name in self.script_modules:
            return self.script_modules[name]
        parent, _, last = name.rpartition(".")
        if parent:
            return self._find_in(self._find(parent), name, last)
        for folder in self.search_path:
            module = self._load(name, (folder or self.cwd()).rstrip("/") + "/" + name)
            if module is not None:
                return module
        raise self._not_found(name)

    def _find_in(self, parent, name, last):
        for folder in getattr(parent, "__path__", ()):
            module = self._load(name, folder + "/" + last)
            if module is not None:
                setattr(parent, last, module)
                return module
        raise self._not_found(name)

    def _not_found(self, name):
        error = ImportError("no module named '%s'" % name, name=name)
        error.missing = name
        return error

    def say(self, code, line):
        """Tells the person at the PC; for facades. ``code`` is one of io.qpy.device.Code."""
        self.seam.say(code, line)

    def tell(self, answer):
        """Tells the person what advice/answers.py says, with the script's place, once; for facades."""
        place = self.where(sys._getframe(1))
        line = ("" if place.startswith("<") else place + ": ") + self.library("advice/answers").sentence(answer)
        if line not in self._told:
            self._told.add(line)
            self.seam.say(answer[0], line)

    def where(self, frame):
        """file:line of the script that runs there, '' where none does."""
        while frame is not None and frame.f_code.co_filename not in self.script_files:
            frame = frame.f_back
        return "%s:%d" % (self.script_files[frame.f_code.co_filename], frame.f_lineno) if frame else ""

    def facade(self, name):
        """A module of the device."""
        module = self.facades.get(name)
        if module is None:
            if name in OCTET_MODULES:
                self.library(OCTETS)
            module = (Sys if name == "usys" else Module)(_SHOWN.get(name, name))
            module.__dict__["_host"] = self.seam.host(name)
            self._run(self.facades, name, module, self.seam.facade(name))
        return module

    def library(self, name):
        """Library code that not every run needs, by its folder and name, for instance dialect/octets.

        A part of a module has the module's host object.
        """
        module = self._libraries.get(name)
        if module is None:
            module = Module(name)
            facade = self.facades.get(name.partition("/")[0])
            if facade is not None:
                module.__dict__["_host"] = facade.__dict__["_host"]
            self._run(self._libraries, name, module, self.seam.library(name))
        return module

    def _run(self, modules, name, module, source):
        """Runs the code of a module; it is among the modules meanwhile, since its parts may import it."""
        modules[name] = module
        self._facade_globals.add(id(module.__dict__))
        module.__dict__["_device"] = self
        try:
            real_exec(code_of(name, source), module.__dict__)
        except BaseException:
            del modules[name]
            raise

    def _load(self, name, path):
        """A module of the script's: path.py, or the folder path as a package; None where neither is there."""
        kind = self.kind(path)
        if kind == "folder":
            return self._package(name, path)
        if self.kind(path + ".py") != "file":
            self._refuse_compiled(name, path)
            return None
        return self._execute(self._script_module(name, name.rpartition(".")[0]), path + ".py")

    def _package(self, name, path):
        init = path + "/__init__"
        is_there = self.kind(init + ".py") == "file"
        if not is_there:
            self._refuse_compiled(name, init)
        module = self._script_module(name, name)
        module.__path__ = [path]
        return self._execute(module, init + ".py") if is_there else module

    def _refuse_compiled(self, name, path):
        """Raises ImportError where the only file of a module is compiled."""
        for ending in _COMPILED:
            if self.kind(path + ending) == "file":
                error = ImportError("no module named '%s'" % name, name=name)
                error.compiled = True
                error.hint = "compiled", (
                    "%s is compiled, and qpy runs no compiled code: ask for its source, or put a stand-in beside it, "
                    "a %s.py with the names that the script uses" % (path + ending, path.rpartition("/")[2]))
                raise error

    def _script_module(self, name, package):
        module = Module(name)
        module.__package__ = package
        self.script_modules[name] = module
        return module

    def _execute(self, module, path):
        file = path.lstrip("/")
        module.__file__ = path
        try:
            real_exec(self.compile(self.read(path), file), module.__dict__)
        except BaseException:
            self.script_modules.pop(module.__name__, None)
            raise
        return module

    def main_globals(self):
        """The names of a new ``__main__``: what a main program and a prompt run in."""
        main = {"__name__": "__main__", "__builtins__": builtins, "__package__": None}
        self.script_modules["__main__"] = Main(main)
        return main

    def leave_boot_names(self, main, source):
        """What the firmware's boot script has imported in ``__main__`` and leaves there: here, what this source says of it."""
        for name in modules_for(source):
            if name in self._names:
                main.setdefault(name, self.facade(name))

    def give_builtin(self, name, value):
        """Puts a builtin in place for as long as the device has the interpreter."""
        current.replaced.give(name, value)

    def remember_class(self, cls, methods):
        """Notes what a class of the interpreter's has, before library code changes it."""
        current.replaced.remember_class(cls, methods)

    def module_names(self):
        """The device's modules, as they can be imported."""
        return self._names

    def interpreters(self, name):
        """A module of the interpreter's where the device has one with that name, which is what library code gets."""
        return real_import(name, {}, {}, (), 0)

    def files(self, what):
        """Calls a function of flash/files.py, if the script has opened files."""
        module = self._libraries.get("flash/files")
        if module is not None:
            getattr(module, what)()
