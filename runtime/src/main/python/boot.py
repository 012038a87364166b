"""The first Python that a device runs: the importer, the seam's converters and the shape of tracebacks.

Two kinds of code run in one interpreter. *Library* code is what this file is: the facades of the device's modules and
GraalPy's own library below them. Everything else is a *script*. Both say ``import x``; a library gets GraalPy's
modules, a script gets the device's and the files under /usr, and nothing else.
"""

import _thread
import builtins
import sys

_real_import = builtins.__import__
_real_open = builtins.open
_Module = type(sys)
_ABSENT = object()
_DIALECT_WORDS = ("await", "const(", "@micropython.", ".__qualname__")  # where a script's text must be read as MicroPython reads it
# Where methods and functions stand that GraalPy has otherwise than MicroPython
_METHOD_WORDS = (
    "to_bytes", "indices(", "hash(", ".pop()", "__import__", ".errno", ".throw(", " id(", "e.value", "er.value", "divmod(",
    "with_traceback", "__code__", "__kwdefaults__",
)
_OCTET_MODULES = ("usocket", "umqtt", "request")  # those that make text of bytes, and bytes of text
_OCTET_WORDS = ("decode(", "encode(", "swith(", "utf8", "utf-8", "utf_8")  # the same, of octets.py
_real_build_class = builtins.__build_class__
_real_exec, _real_eval, _real_compile = builtins.exec, builtins.eval, builtins.compile
_OWN_FUNCTIONS = {"open": _real_open, "exec": _real_exec, "eval": _real_eval, "compile": _real_compile}
_BOOT_NAMES = ("gc", "uos", "ujson", "dataCall", "misc")  # those of the firmware's _boot.py that are there
_SHOWN_FRAMES = 20  # of a traceback, at each end
_EINTR = 4
_ONLY_AST = 0x400  # _ast.PyCF_ONLY_AST
_ANNOTATIONS = 0x1000000  # __future__.annotations: they are not evaluated
_MOST_TOKENS = 250_000  # of code that is compiled at once; CodeSize.java says why
# Of whose texts texts.py knows MicroPython's
_RETOLD = (OSError, LookupError, NameError, ArithmeticError, ImportError, TypeError, ValueError, AttributeError, SystemError)
_TAB, _EDITORS_TAB = 8, 4  # columns
_codes = {}  # library code that is compiled already, by what it was read as

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


def list_of(*items):
    return list(items)


def dict_of(*keys_and_values):
    return dict(zip(keys_and_values[::2], keys_and_values[1::2]))


def raise_(type_name, *arguments):
    _step()
    if type_name == "OSError" and arguments[:1] == (_EINTR,) and _thread.get_ident() in boot.importer.stopped_threads:
        raise SystemExit
    raise getattr(builtins, type_name)(*arguments)


def _step():
    """A step of the script's thread: an interrupt that has ended a host call comes here, before that call's EINTR."""


def _open(file, mode="r", buffering=-1, encoding=None):
    """open(file, mode='r') -> a stream: text is UTF-8, of which nothing is translated; files.py."""
    if not isinstance(file, (str, bytes)):  # no numbers: those are the PC's descriptors
        raise TypeError("can't convert '%s' object to str implicitly" % type(file).__name__)
    if not isinstance(mode, str):
        raise TypeError("can't convert '%s' object to str implicitly" % type(mode).__name__)
    file = file if isinstance(file, str) else file.decode("utf-8", "surrogateescape")
    mounted = boot.mounted(file)
    if mounted:
        return mounted[0].open(mounted[1], mode)
    boot.use_octets()
    importer = boot.importer
    return importer.library("files").open_file(importer._seam, importer.absolute(file), mode)


def _library_code(name, source):
    """Library code from its source, compiled once for all the devices that this interpreter serves, or as it is compiled already."""
    if not isinstance(source, str):
        return source
    code = _codes.get(source)
    if code is None:
        code = _codes[source] = _real_compile(source, "<qpy/" + name + ".py>", "exec")
    return code


_open.__name__ = _open.__qualname__ = "open"


def _build_class(function, name, *bases, __named__=None, **keywords):
    """What a ``class`` statement does; MicroPython shows a class by its name alone. ``__named__`` is its name where dialect.py has
    given it another.
    """
    made = _real_build_class(function, __named__ or name, *bases, **keywords)
    if isinstance(made, type):
        made.__module__, made.__qualname__ = "builtins", __named__ or name
        if __named__:
            boot.importer.library("dialect").rename_methods(made, name)
    return made


def _exec(object, globals=None, locals=None, /):
    """exec(text or code[, globals[, locals]])"""
    globals, locals = _namespaces(globals, locals, sys._getframe(1))
    if isinstance(object, str):
        boot.importer.run_text(object, "exec", globals, locals)
    else:
        _real_exec(object, globals, locals)


def _eval(object, globals=None, locals=None, /):
    """eval(text or code[, globals[, locals]]) -> the value"""
    globals, locals = _namespaces(globals, locals, sys._getframe(1))
    if isinstance(object, str):
        return boot.importer.run_text(object.lstrip(), "eval", globals, locals)
    return _real_eval(object, globals, locals)


def _compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1):
    """compile(text, filename, mode) -> code for exec() or eval()"""
    if not isinstance(source, str) or boot.importer._is_library(sys._getframe(1).f_globals):
        return _real_compile(source, filename, mode, flags, dont_inherit, optimize)
    if mode == "exec" and not source.replace("\\\n", "").strip():
        source = ""  # GraalPy refuses a text of continued lines without anything on them
    return boot.importer.compile(source, filename, mode, flags)


def _namespaces(globals, locals, frame):
    if globals is not None:
        if not isinstance(globals, dict) or locals is not None and not isinstance(locals, dict):
            raise TypeError("globals and locals must be dicts")
        return globals, globals if locals is None else locals
    return frame.f_globals, frame.f_locals if locals is None else locals


_name_of_class = type.__dict__["__name__"].__get__  # a metaclass may have another
_arguments_of = BaseException.__dict__["args"].__get__  # so may an exception's class, and this
_traceback_of = BaseException.__dict__["__traceback__"].__get__


def _is_interpreters(e):
    """Whether an exception is of one of the interpreter's own classes."""
    return _OWN.get(_name_of_class(type(e))) is type(e)


def _caught(kinds):
    """What `except KINDS as e` of a script's is compiled as: MicroPython's text for what the interpreter has raised."""
    e = sys.exc_info()[1]
    if isinstance(e, _RETOLD) and _is_interpreters(e):
        boot.importer.library("texts").said(e, boot.importer._seam.errnoName)
    return kinds


_caught.__name__ = _caught.__qualname__ = "except"
_compile.__name__ = _compile.__qualname__ = "compile"
_exec.__name__ = _exec.__qualname__ = "exec"
_eval.__name__ = _eval.__qualname__ = "eval"


def _help(*about):
    """help() shows where to begin, help('modules') the modules, help(obj) what obj is."""
    boot.importer.library("helping").Help(boot.importer)(*about)


_help.__name__ = _help.__qualname__ = "help"


def _input_from(seam):
    def input(prompt=""):
        """input(prompt='') -> the next line of the console, without its end; EOFError at the end of the input."""
        line = seam.line(str(prompt))
        if line is None:
            raise EOFError
        return line

    return input


def _qpy_raise_interrupt():
    raise KeyboardInterrupt


def _qpy_raise_memory_error():
    raise MemoryError("memory allocation failed")


def _qpy_raise_thread_exit():
    """Returns where library code runs, which is not to be left in the middle; then it is called again."""
    if sys._getframe(1).f_code.co_filename in boot.importer.script_files:
        raise SystemExit
    return ""


def _qpy_where():
    """file:line of the script that this thread runs, which is about to be stopped; '' where it runs none."""
    if boot.importer.checkpoint:
        boot.importer.checkpoint()
    return boot.where(sys._getframe())


class _Main(_Module):
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


class _Sys(_Module):
    """usys: as any module that is built into the firmware it cannot be changed, but for what is there to be set."""

    def __setattr__(self, name, value):
        if name not in ("path", "tracebacklimit"):
            raise AttributeError("'module' object has no attribute '%s'" % name)
        self.__dict__[name] = value
        if name == "path":
            boot.importer.search_path = value

    def __delattr__(self, name):
        if name != "tracebacklimit" or name not in self.__dict__:
            raise AttributeError("'module' object has no attribute '%s'" % name)
        del self.__dict__[name]


_COMPILED = (".mpy", ".pyc", ".so")  # endings of modules that have no source


# What GraalPy's own code, in Java, imports while a script runs: it passes None for globals, as a script may.
_IMPORTED_BY_JAVA = frozenset(
    "_asyncio _codecs _compat_pickle _sha3 codecs copyreg datetime encodings functools inspect json.decoder locale typing"
    " warnings".split()
)


class Importer:
    """Decides what ``import`` finds. ``seam`` is the host object of this file: the flash and the module list."""

    def __init__(self, seam):
        self._seam = seam
        self._names = frozenset(seam.names())
        self.argv = []
        self.mounts = None
        self.facades = {}
        self._facade_globals = set()  # their ids; facades are never collected
        self.script_modules = {"builtins": builtins}
        self.search_path = [""]
        self.instrument = None  # a function (source or tree, file) -> what is compiled in its place
        self.checkpoint = None  # a function that is called when a script, or a test of one, has ended
        self.stopped_threads = ()  # their idents; _thread has more
        self.script_files = {}  # of compiled scripts: the name as tracebacks show it, by the code's own
        self.optimisation = 0  # micropython.opt_level()
        self._told = set()
        self.at_exit = None  # what sys.atexit() was given
        self._methods = False  # whether those of _METHOD_WORDS are MicroPython's

    def import_(self, name, globals=_ABSENT, locals=None, fromlist=(), level=0):
        if globals is None and (name in _IMPORTED_BY_JAVA or self._is_of_library(sys._getframe().f_back)):
            return _real_import(name, {}, {}, fromlist, level)
        if globals is None or globals is _ABSENT:
            globals = {}
        if self._is_library(globals):
            if level == 0 and name in self._names and self._is_facade(globals):
                return self.facade(name)
            return _real_import(name, globals, locals, fromlist, level)
        if level:
            name = self._absolute(name, globals, level)
        elif not name:
            raise ValueError
        module = self._find(name)
        if fromlist:
            self._import_submodules(name, module, fromlist)
            return module if isinstance(module, _Module) or "*" not in fromlist else _as_module(module)
        return self._find(name.partition(".")[0])

    def _is_facade(self, globals):
        return id(globals) in self._facade_globals

    def _is_of_library(self, frame):
        """Whether library code runs there, or none of Python's."""
        return frame is None or self._is_library(frame.f_globals)

    def _is_library(self, globals):
        """Whether these are the globals of library code; a script's never are in sys.modules."""
        if globals is _GLOBALS or self._is_facade(globals):
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
        self._seam.say(code, line)

    def tell(self, answer):
        """Tells the person what answers.py says, with the script's place, once; for facades."""
        place = boot.where(sys._getframe(1))
        line = ("" if place.startswith("<") else place + ": ") + self.library("answers").sentence(answer)
        if line not in self._told:
            self._told.add(line)
            self._seam.say(answer[0], line)

    def facade(self, name):
        module = self.facades.get(name)
        if module is None:
            module = self._new_facade(name)
            module.__dict__["_host"] = self._seam.host(name)
            try:
                _real_exec(_library_code(name, self._seam.facade(name)), module.__dict__)
            except BaseException:
                del self.facades[name]
                raise
        return module

    def _new_facade(self, name):
        if name in _OCTET_MODULES:
            boot.use_octets()
        kind = _Sys if name == "usys" else _Module
        module = self.facades[name] = kind(_SHOWN.get(name, name))
        self._facade_globals.add(id(module.__dict__))
        module.__dict__["_device"] = self
        return module

    def cwd(self):
        return self.mounts and self.mounts.cwd or _posix().getcwd()

    def absolute(self, path):
        """The path from the root, without . and .., which GraalPy does not resolve on a file system of one's own."""
        parts = []
        for part in (path if path.startswith("/") else self.cwd() + "/" + path).split("/"):
            if part == "..":
                del parts[-1:]
            elif part not in ("", "."):
                parts.append(part)
        return "/" + "/".join(parts)

    def _kind(self, path):
        return self.mounts and self.mounts.kind(path) or self._seam.kind(path)

    def _read(self, path):
        mounted = self.mounts and self.mounts.find(path)
        try:
            return self.mounts.read(path) if mounted else self._seam.read(path)
        except SyntaxError as e:
            e.hint = "encoding", e.msg  # it is no UTF-8
            raise

    def _load(self, name, path):
        """A module of the script's: path.py, or the folder path as a package; None where neither is there."""
        kind = self._kind(path)
        if kind == "folder":
            return self._package(name, path)
        if self._kind(path + ".py") != "file":
            self._refuse_compiled(name, path)
            return None
        return self._execute(self._script_module(name, name.rpartition(".")[0]), path + ".py")

    def _package(self, name, path):
        init = path + "/__init__"
        is_there = self._kind(init + ".py") == "file"
        if not is_there:
            self._refuse_compiled(name, init)
        module = self._script_module(name, name)
        module.__path__ = [path]
        return self._execute(module, init + ".py") if is_there else module

    def _refuse_compiled(self, name, path):
        """Raises ImportError where the only file of a module is compiled."""
        for ending in _COMPILED:
            if self._kind(path + ending) == "file":
                error = ImportError("no module named '%s'" % name, name=name)
                error.compiled = True
                error.hint = "compiled", (
                    "%s is compiled, and qpy runs no compiled code: ask for its source, or put a stand-in beside it, "
                    "a %s.py with the names that the script uses" % (path + ending, path.rpartition("/")[2]))
                raise error

    def _script_module(self, name, package):
        module = _Module(name)
        module.__package__ = package
        self.script_modules[name] = module
        return module

    def _execute(self, module, path):
        file = path.lstrip("/")
        module.__file__ = path
        try:
            _real_exec(self.compile(self._read(path), file), module.__dict__)
        except BaseException:
            self.script_modules.pop(module.__name__, None)
            raise
        return module

    def main_globals(self):
        """The names of a new ``__main__``: what a main program and a prompt run in."""
        main = {"__name__": "__main__", "__builtins__": builtins, "__package__": None}
        self.script_modules["__main__"] = _Main(main)
        return main

    def leave_boot_names(self, main, source):
        """What the firmware's boot script has imported in ``__main__`` and leaves there: here, what this source says of it."""
        for name in _BOOT_NAMES:
            if name + "." in source and name in self._names:
                main.setdefault(name, self.facade(name))

    def remember_class(self, cls, methods):
        boot.remember_class(cls, methods)

    def module_names(self):
        """The device's modules, as they can be imported."""
        return self._names

    def library(self, name):
        """Library code that not every run needs: qpy/<name>.py beside this file."""
        module = self.facades.get(name)
        if module is None:
            module = self._new_facade(name)
            _real_exec(_library_code(name, self._seam.library(name)), module.__dict__)
        return module

    def interpreters(self, name):
        """A module of the interpreter's where the device has one with that name, which is what library code gets."""
        return _real_import(name, {}, {}, (), 0)

    def files(self, what):
        """Calls a function of files.py, if the script has opened files."""
        module = self.facades.get("files")
        if module is not None:
            getattr(module, what)()

    def compile(self, source, file, mode="exec", flags=0):
        """Compiles a script. A tab counts eight columns, as on the module; where it refuses that, four (not with --strict)."""
        try:
            return self._compiled(source, file, mode, flags)
        except IndentationError as e:
            if not isinstance(source, str) or "\t" not in source:
                raise
            code = self._with_tabs(source, _TAB, file, mode, flags)
            if code is not None:
                return code
            code = self._with_tabs(source, _EDITORS_TAB, file, mode, flags)
            if code is None:
                raise
            answers = self.library("answers")
            answer = answers.tab(_EDITORS_TAB)
            self._seam.say(answer[0], "%s:%d: %s" % (file, self._seam.tabLine(source, e.lineno), answers.sentence(answer)))
            return code

    def _with_tabs(self, source, columns, file, mode, flags):
        """The code where a tab counts so many columns, None where there is none."""
        read_again = self._seam.tabsAs(source, columns)
        if read_again is None or read_again == source:
            return None
        try:
            return self._compiled(read_again, file, mode, flags)
        except IndentationError:
            return None

    def _compiled(self, source, file, mode, flags):
        self.script_files[file] = file
        if isinstance(source, str):
            self._limit(source, file)
            text, as_tree = self._read_as_device(source, file)
            if not self._methods and any([word in source for word in _METHOD_WORDS]):
                self._methods = True
                self.library("methods")
            if any([word in source for word in _OCTET_WORDS]) or (".format(" in source and ("b'" in source or 'b"' in source)):
                boot.use_octets()
            if text != source:
                try:
                    return self._code(text, file, mode, flags, as_tree)
                except SyntaxError:
                    pass  # it is told of the script's own text
            return self._code(source, file, mode, flags, as_tree)
        return self._code(source, file, mode, flags)

    def _code(self, source, file, mode, flags, in_dialect=False):
        try:
            return self._code_of(source, file, mode, flags, in_dialect)
        except SyntaxError as e:
            e.read = source, file  # for what is said of it
            if e.filename is None:  # as GraalPy's unexpected indent has none
                e.filename, e.lineno = file, self.library("unreadable").told(source, e)[0]
            raise

    def _code_of(self, source, file, mode, flags, in_dialect):
        if in_dialect or any([word in source for word in _DIALECT_WORDS]):
            source = self.library("dialect").tree(source, file, mode)
            if flags & _ONLY_AST:
                return source
        if self.instrument and mode == "exec" and not flags:
            source = self.instrument(source, file)
        code = _real_compile(source, file, mode, flags | _ANNOTATIONS, True, self.optimisation)
        if hasattr(code, "co_filename"):
            self.script_files[code.co_filename] = file  # GraalPy makes it absolute
        return code

    def _limit(self, source, file):
        if len(source) > _MOST_TOKENS and self._seam.isTooLarge(source):
            error = MemoryError("memory allocation failed")
            error.hint = "too-large", (
                "%s: more code than any module has memory for: over %d tokens" % (file, _MOST_TOKENS))
            raise error

    def _read_as_device(self, source, file):
        """Raises what MicroPython's compiler raises for what CPython's accepts; gives the source with what catches exceptions, and
        whether dialect.py is to read its tree.
        """
        reading = self._seam.reading(source)
        if len(reading) == 2:
            return reading
        kind, line, column = reading
        if kind == "CHARACTER_NAME":
            raise NotImplementedError("unicode name escapes")
        error = SyntaxError(_REFUSALS[kind], (file, line, column, None))
        error.read = None, file
        raise error

    def run_text(self, source, mode, globals, locals):
        """What exec() and eval() of a script's do with text."""
        globals.setdefault("__builtins__", builtins)
        return _real_eval(self.compile(source, "<string>", mode), globals, locals)


def _as_module(object):
    """What `from x import *` takes its names from, where x is something else that lies in sys.modules."""
    names = getattr(object, "__all__", None)
    if names is None:
        if not hasattr(object, "__dict__"):
            raise AttributeError("'%s' object has no attribute '__dict__'" % type(object).__name__)
        names = [name for name in dir(object) if not name.startswith("_")]
    module = _Module("*")
    module.__dict__.update([(name, getattr(object, name)) for name in names])
    module.__all__ = list(names)
    return module


def _posix():
    import posix

    return posix


def _tidy_importers():
    """GraalPy's importers of other things than its library, and the PC's folders in what it has imported already."""
    sys.meta_path[:] = [each for each in sys.meta_path if getattr(each, "__module__", "").startswith("_frozen_importlib")]
    sys.path_hooks[:] = [each for each in sys.path_hooks if not isinstance(each, type)]
    for name in [name for name in sys.modules if name == "zipimport" or name.startswith("_sysconfigdata")]:
        del sys.modules[name]
    for module in list(sys.modules.values()):
        module.__dict__.pop("__file__", None)
        if hasattr(module, "__path__"):
            module.__path__ = [path for path in map(_on_the_library, module.__path__)]
            module.__spec__.submodule_search_locations = module.__path__


def _on_the_library(path):
    """A folder of the library's as it is shown."""
    return sys.prefix + "/lib" + path.rpartition("/lib")[2]


def _silence_warnings():
    """CPython's warnings of doubtful code; MicroPython has none."""
    import _warnings

    _warnings.filters.insert(0, ("ignore", None, Warning, None, 0))


class Program:
    """A script and how it ends."""

    def __init__(self, seam, importer):
        self._seam = seam
        self._importer = importer

    def run(self, name, source):
        """Runs a script to its end: ("finished", exit code), ("exception", 1) or ("interrupted", 130)."""
        main = self._importer.main_globals()
        main["__file__"] = name
        self._importer.leave_boot_names(main, source)

        def script():
            _real_exec(self._importer.compile(source, name), main)
            self._wait_for_threads()

        return self._to_its_end(script)

    def drive(self, driver, name, source):
        """Has a module run a script, by its function drive(name, source); the threads that are left are not waited for."""
        return self._to_its_end(lambda: self._importer.facade(driver).drive(name, source))

    def _to_its_end(self, what):
        try:
            try:
                what()
            finally:
                self._flush()
            return "finished", 0
        except SystemExit as e:
            return "finished", self._exit_code(e)
        except KeyboardInterrupt as e:
            self.print_exception(e)
            return "interrupted", 130
        except BaseException as e:
            self.print_exception(e)
            return "exception", 1

    def _flush(self):
        at_exit, self._importer.at_exit = self._importer.at_exit, None
        if at_exit:
            at_exit()
        sys.stdout.flush()
        self._importer.files("flush_files")
        if self._importer.checkpoint:
            self._importer.checkpoint()

    def _wait_for_threads(self):
        """A module goes on after main.py as long as it has threads, timers or interrupts; so does a run."""
        while True:
            thread = self._importer.facades.get("_thread")
            if thread is not None:
                thread._wait_for_all()
            if not self._seam.awaitEvents():
                return

    def _exit_code(self, e):
        arguments = _arguments_of(e)
        code = arguments[0] if arguments else 0
        if code is None:
            return 0
        if isinstance(code, int):
            return int.__and__(code, 0xFF)
        try:
            self._seam.error(str(code) + "\n")
        except Exception as refused:
            self.print_exception(refused)
        return 1

    def guard(self, function, *arguments):
        """Calls a callback; what it raises is printed, as the module prints it, and ends nothing."""
        try:
            function(*arguments)
        except SystemExit:
            pass
        except BaseException as e:
            self.print_exception(e)

    def print_exception(self, e):
        self._seam.error(self.traceback(e))
        self.explain(e)

    def explain(self, e):
        """Tells the person at the PC what the traceback does not say."""
        known = self.explanation(e)
        if known is not None:
            self._seam.say(*known)

    def explanation(self, e):
        """The code and the text of a line about an exception for the person at the PC, or None."""
        try:
            code, line = known = getattr(e, "hint", None) or self._known(e)
            return known if type(code) is type(line) is str else None
        except BaseException:
            return None  # a script's own class may refuse anything, and raise anything

    def _known(self, e):
        """What qpy knows about an exception of the interpreter's own; a script's own class of it says enough."""
        if isinstance(e, SyntaxError):
            if not hasattr(e, "read"):
                return None
        elif not isinstance(e, _KNOWN) or not _is_interpreters(e):
            return None
        return self._importer.library("knowing").line(e, self._importer, self._seam)

    def traceback(self, e):
        """The exception as MicroPython prints it: no source lines, only the script's own frames."""
        try:
            return self._traceback(e)
        except Exception:  # of the script's own class, or of builtins that the script has replaced
            frames = self._frames(_traceback_of(e))
            return "".join(["Traceback (most recent call last):\n", *frames, _name_of_class(type(e)), ": \n"])

    def _traceback(self, e):
        limit = self._most_frames()
        lines = [] if limit == 0 else ["Traceback (most recent call last):\n", *self._frames(_traceback_of(e))[:limit]]
        if isinstance(e, SyntaxError) and e.filename:
            lines.append('  File "%s", line %s\n' % (self._importer.script_files.get(e.filename, e.filename), e.lineno))
        lines.append("%s: %s\n" % (self._type_name(e), self._text(e)))
        return "".join(lines)

    def _most_frames(self):
        """sys.tracebacklimit, or None."""
        usys = self._importer.facades.get("usys")
        limit = usys and usys.__dict__.get("tracebacklimit")
        return max(0, limit) if isinstance(limit, int) else None

    def _frames(self, tb):
        """The lines of the script's frames; of very many, the first and the last."""
        lines = []
        while tb is not None:
            code = tb.tb_frame.f_code
            file = self._importer.script_files.get(code.co_filename)
            if file is not None:
                line = tb.tb_lineno if self._importer.optimisation < 3 else 1
                lines.append('  File "%s", line %d, in %s\n' % (file, line, code.co_name))
            tb = tb.tb_next
        if len(lines) > 2 * _SHOWN_FRAMES:
            left_out = "  ... %d more\n" % (len(lines) - 2 * _SHOWN_FRAMES)
            lines[_SHOWN_FRAMES:-_SHOWN_FRAMES] = [left_out]
        return lines

    def _type_name(self, e):
        """MicroPython has none of OSError's subclasses, and a RuntimeError where the recursion is too deep."""
        if _is_interpreters(e):
            for kind, name in _DEVICE_KINDS:
                if isinstance(e, kind):
                    return name
        return _name_of_class(type(e))

    def _text(self, e):
        arguments = _arguments_of(e)
        if isinstance(e, SyntaxError):
            return "invalid syntax" if type(e) is SyntaxError else _INDENTATION.get(type(e), e.msg)
        if isinstance(e, OSError) and len(arguments) == 1 and isinstance(arguments[0], int):
            name = self._seam.errnoName(arguments[0])
            return "[Errno %d] %s" % (arguments[0], name) if name else str(arguments[0])
        if isinstance(e, OSError) and isinstance(e.errno, int) and self._seam.errnoName(e.errno):
            return "[Errno %d] %s" % (e.errno, self._seam.errnoName(e.errno))
        if isinstance(e, _RETOLD) and _is_interpreters(e) and len(arguments) == 1 and isinstance(arguments[0], str):
            return self._importer.library("texts").text_of(e)
        if len(arguments) > 1:
            return repr(arguments)
        return str(arguments[0]) if arguments else ""


_KNOWN = (ImportError, AttributeError, NameError, OSError, TypeError)  # of which knowing.py knows more than their texts
_REFUSALS = {
    "NUL": "a byte 0x00 is in no script: name a text file",
    "NUMBER": "invalid syntax for number: a space is missing after it",
    "ARGUMENT_ORDER": "* arg after keyword arg",
}
_DEVICE_KINDS = (
    (OSError, "OSError"),
    (RecursionError, "RuntimeError"),
    (SystemError, "RuntimeError"),  # GraalPy's own faults
    (UnboundLocalError, "NameError"),
    (ImportError, "ImportError"),
)
_INDENTATION = {IndentationError: "unexpected indent", TabError: "unindent doesn't match any outer indent level"}

_GLOBALS = globals()
_OWN = {name: value for name, value in builtins.__dict__.items() if name[:1] != "_"}
_GLOBALS.update({name: value for name, value in _OWN.items() if name not in _GLOBALS})  # a script may replace a builtin


class Boot:
    """What Java holds on to."""

    list_of = staticmethod(list_of)
    dict_of = staticmethod(dict_of)
    raise_ = staticmethod(raise_)
    _prepared = False
    _octets = False  # whether octets.py is loaded
    _classes = {}  # those whose methods library code has replaced: (their dictionary, what was in it)
    _builtins = None  # as they are when a script begins
    _replaced = None  # the interpreter's own builtins in whose place a device's are; _ABSENT where it has none

    def mounted(self, path):
        """(file system, path in it) where the path is in one that a script has mounted."""
        mounts = self.importer.mounts
        if not mounts or not isinstance(path, str):
            return None
        return mounts.find(path if path.startswith("/") else self.importer.cwd().rstrip("/") + "/" + path)

    def start(self, seam):
        self.importer = Importer(seam)
        self._program = Program(seam, self.importer)
        self.importer.traceback = self._program.traceback
        self.importer.print_exception = self._program.print_exception
        self.importer.explain = self._program.explain
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", write_through=True, newline=seam.newline())
        _posix().chdir("/")
        if not self._prepared:
            _silence_warnings()
            _tidy_importers()
            self._prepared = True
        self._give_builtins(seam)

    def _give_builtins(self, seam):
        """Gives the builtins a device's functions; release() takes them back."""
        given = {
            "__import__": self.importer.import_,
            "open": _open,
            "__build_class__": _build_class,
            "exec": _exec,
            "eval": _eval,
            "compile": _compile,
            "help": _help,
            "__caught__": _caught,
            "input": _input_from(seam),
        }
        self._replaced = {name: builtins.__dict__.get(name, _ABSENT) for name in given}
        builtins.__dict__.update(given)
        self._builtins = dict(builtins.__dict__)

    def _take_builtins(self):
        """Gives the interpreter its own builtins again, so that library code runs in it as in a fresh one."""
        for name, own in self._replaced.items():
            if own is _ABSENT:
                del builtins.__dict__[name]
            else:
                builtins.__dict__[name] = own

    def use_octets(self):
        """From now on, until this device is released, text and bytes are as octets.py has them."""
        if not self._octets:
            self._octets = True
            self.importer.library("octets")
            sys.stdout.reconfigure(errors="surrogateescape")

    def release(self):
        """Forgets the device and what ran on it; whether nothing of that is left, so that another may come."""
        if _thread._count() or not self._has_own_builtins():
            return False
        try:
            self.importer.files("close_files")
        except OSError:
            return False
        self._take_builtins()
        self._restore_classes()
        del self.importer, self._program
        return True

    def remember_class(self, cls, methods):
        """Notes what a class of the interpreter's has, before library code changes it; release() gives that back."""
        self._classes.setdefault(cls, (methods, dict(methods)))

    def _restore_classes(self):
        for methods, own in self._classes.values():
            for name in [name for name in methods if name not in own]:
                del methods[name]
            methods.update({name: method for name, method in own.items() if methods[name] is not method})
        self._classes.clear()
        self._octets = False

    def _has_own_builtins(self):
        now = builtins.__dict__
        return len(now) == len(self._builtins) and all([now.get(k) is v for k, v in self._builtins.items()])

    def tool(self, host, *names_and_sources):
        """Library code that needs no device; each part finds those before it by their names. Returns the last.

        It gets the interpreter's own functions by name: those of a device that is there meanwhile are for scripts.
        """
        for name, source in zip(names_and_sources[::2], names_and_sources[1::2]):
            module = sys.modules[name] = _Module(name)
            module.__dict__.update(_OWN_FUNCTIONS, _host=host)
            _real_exec(_library_code(name, source), module.__dict__)
        return module

    def run(self, name, source, *arguments):
        self.importer.argv = [name, *arguments]
        return self._program.run(name, source)

    def enter(self, folder):
        """Makes a folder the current one and, as MicroPython on a PC does, the first of sys.path."""
        _posix().chdir(folder)
        self.importer.search_path[0] = folder

    def load(self, name):
        self.importer.facade(name)

    def drive(self, driver, name, source):
        return self._program.drive(driver, name, source)

    def where(self, frame):
        files = self.importer.script_files
        while frame is not None and frame.f_code.co_filename not in files:
            frame = frame.f_back
        return "%s:%d" % (files[frame.f_code.co_filename], frame.f_lineno) if frame else ""

    def guard(self, function, *arguments):
        self._program.guard(function, *arguments)

    def imported(self):
        """The paths of the scripts that have been imported."""
        modules = self.importer.script_modules.values()
        return [each.__dict__["__file__"] for each in modules if type(each) is _Module and "__file__" in each.__dict__]

    def interaction(self):
        """What a prompt needs beside a script's run."""
        return self.importer.library("interaction").Interaction(self._program)


boot = Boot()
