"""What qpy knows about an exception that a script does not catch: one line with the place, what is wrong and what to write.

Loaded when something fails. The knowledge is the table of the device's surface and the files that are there; the words are those of
``qpy check``.
"""

_TARGET = 2025  # the firmware whose names are suggested
_ENOENT = 2
_LONGEST = 80  # of a name that is told, in characters
_LONGEST_PATH = 200
_PATHS = ("path", "dir", "file", "old_path", "file_path", "dir_path", "src")  # the first parameters of what takes one
_surface = _device.library("advice/surface")
_answers = _device.library("advice/answers")


def line(e, device, seam):
    """(code, line) about an exception, or None where qpy knows no more than its text."""
    if isinstance(e, SyntaxError):
        return _of_syntax(e)
    return _Knowledge(e, device, seam).line()


def _of_syntax(e):
    source, file = getattr(e, "read", None) or (None, e.filename)
    if source is None:  # MicroPython's compiler refuses it, and CPython's does not
        message, _, advice = e.msg.partition(": ")
        answer = ("encoding" if "0x00" in message else "syntax", message, advice[:1].upper() + advice[1:] or "Correct it")
        return answer[0], "%s:%s:%s: %s" % (file, e.lineno, e.offset, _answers.sentence(answer))
    line, column, message, advice = _device.library("advice/unreadable").told(source, e)
    place = "" if file.startswith("<") else "%s:%d:%d: " % (file, line, column)
    return "syntax", place + _answers.sentence(("syntax", message, advice))


class _Knowledge:
    def __init__(self, e, device, seam):
        self._e = e
        self._device = device
        self._seam = seam
        self._surface = _surface.Surface(seam.table, _TARGET, False, seam.lacks)
        self._answers = _answers.Answers(self._surface)
        self._find_frames()

    def _find_frames(self):
        """The last frame of the script's, and the one that it called, if one of qpy's was."""
        self._frame = self._called = None
        self._line = 0
        tb = self._e.__traceback__
        while tb is not None:
            if tb.tb_frame.f_code.co_filename in self._device.script_files:
                self._frame, self._line, self._called = tb.tb_frame, tb.tb_lineno, None
            elif self._called is None:
                self._called = tb.tb_frame
            tb = tb.tb_next

    def line(self):
        answer = self._answer()
        if not answer:
            return None
        file = self._frame and self._device.script_files[self._frame.f_code.co_filename]
        place = "%s:%d: " % (file, self._line) if file and not file.startswith("<") else ""
        return answer[0], place + _answers.sentence(answer)

    def _answer(self):
        e = self._e
        if isinstance(e, ImportError):
            return self._of_import()
        if isinstance(e, OSError):
            return self._of_file()
        if self._called is not None:
            return None  # it comes out of a module's code
        if isinstance(e, AttributeError):
            return self._of_attribute()
        if isinstance(e, NameError):
            return self._of_name()
        return self._of_call() if isinstance(e, TypeError) else None

    def _words(self):
        """The parts of the text between single quotes."""
        text = self._e.args[0] if len(self._e.args) == 1 else None
        return text.split("'") if type(text) is str else []

    # Modules

    def _of_import(self):
        name = getattr(self._e, "missing", None)
        if not _is_name(name):
            return self._of_imported_name()
        top, _, rest = name.partition(".")
        if top == "usr" and rest:
            return self._answers.no_usr(rest, self._modules("/" + name.rpartition(".")[0].replace(".", "/")))
        if name == "usr":
            return self._answers.in_usr()
        if not self._surface.is_known(name) and self._seam.kind("/usr/" + name.replace(".", "/") + ".py") == "file":
            return self._answers.without_usr(name)
        if self._surface.has_module(name):
            return self._answers.not_yet(name)
        return self._answers.module(name)

    def _modules(self, folder):
        """The scripts in a folder of the flash, without their ending."""
        return sorted([each[:-3] for each in self._seam.entries(folder) if each.endswith(".py")])

    def _of_imported_name(self):
        """``from log import getlogger``: the text names what is missing, the exception's name its module."""
        words, module = self._words(), self._e.name
        if len(words) < 2 or not _is_name(words[1]) or not _is_name(module):
            return None
        if module == "usr":
            return self._answers.no_usr(words[1], self._modules("/usr"))
        return self._of_module(module, words[1])

    def _of_module(self, name, member):
        """A name that a module does not have."""
        own = self._surface.canonical(name)
        found = self._device.facades.get(own) or self._device.script_modules.get(name)
        if found is None or hasattr(found, member):
            return None
        table = self._surface.module(own) if self._surface.is_known(own) else None
        if table is None:
            return self._answers.own_member(name, member, _public(found), True)
        if table.has(member) and not self._surface.lacks(own + "." + member):
            return self._answers.not_yet(own + "." + member)
        return self._answers.member(table, "", member)

    # Names

    def _of_attribute(self):
        e, words = self._e, self._words()
        if len(words) > 3 and words[0] == "module " and _is_name(words[1]) and _is_name(words[3]):
            return self._of_module(words[1], words[3])
        if not _is_name(e.name):
            return None
        if e.obj is None:
            return self._answers.of_none(e.name) if words[1:2] == ["NoneType"] else None
        cls = e.obj if isinstance(e.obj, type) else type(e.obj)
        module = self._home(cls)
        if module is None:
            return self._answers.own_member(cls.__name__, e.name, _public(e.obj), False)
        table = self._surface.module(module)
        title = cls.__name__ + "." + e.name
        if table.has(title) and not self._surface.lacks(module + "." + title):
            return self._answers.not_yet(title if module == "builtins" else module + "." + title)
        return self._answers.member(table, cls.__name__, e.name)

    def _home(self, cls):
        """The module of the table that has a class, None where it is the script's own."""
        name = cls.__name__
        for module, names in [("builtins", _device.interpreters("builtins").__dict__), *self._facades()]:
            if names.get(name) is cls and self._surface.module(module).entry(name):
                return module
        return None

    def _facades(self):
        """(name, names) of each module of the device that is loaded and in the table."""
        return [(name, each.__dict__) for name, each in self._device.facades.items() if self._surface.module(name)]

    def _of_name(self):
        words = self._words()
        if len(words) < 2 or not _is_name(words[1]) or self._frame is None:
            return None
        name = words[1]
        names = [each for each in (*self._frame.f_locals, *self._frame.f_globals) if isinstance(each, str) and each != name]
        if isinstance(self._e, UnboundLocalError):
            return self._answers.not_given(name, name in self._frame.f_globals)
        if name in self._surface.module("builtins").members():
            return None  # nothing is told of what a script raises itself
        if self._frame.f_code.co_varnames[:1] == ("self",) and hasattr(self._frame.f_locals.get("self"), name):
            return self._answers.without_self(name)
        if self._surface.instead("builtins." + name) and hasattr(_device.interpreters("builtins"), name):
            return self._answers.builtin(name)
        return self._answers.unknown(name, names)

    # Files

    def _of_file(self):
        path = self._path()
        if self._e.args[:1] != (_ENOENT,) or path is None:
            return None
        folder = self._device.cwd()
        whole = path if path.startswith("/") else folder.rstrip("/") + "/" + path
        on_pc = self._answers.pc_file(path)
        if on_pc or whole == "/":
            return on_pc
        if not whole.startswith("/usr/") and self._seam.kind("/usr/" + path.lstrip("/")) != "none":
            return self._answers.bare_file(path, folder)
        folder = whole.rpartition("/")[0]
        in_usr = [] if folder == "/usr" else sorted(self._seam.entries("/usr"))
        return self._answers.no_file(whole, sorted(self._seam.entries(folder or "/")), in_usr)

    def _path(self):
        """The path that was asked for: the first argument of what the script called."""
        code = self._called and self._called.f_code
        if not code or code.co_varnames[:1] == () or code.co_varnames[0] not in _PATHS:
            return None
        path = self._called.f_locals.get(code.co_varnames[0])
        fits = isinstance(path, str) and 0 < len(path) <= _LONGEST_PATH and path.isprintable()
        return path if fits else None

    # Calls

    def _of_call(self):
        """A call of one of the device's functions with arguments that it does not take."""
        words = self._words()
        called, _, rest = (words[0] if words else "").partition("() ")
        if not rest or not _is_name(called):
            return None
        entry = self._function(called)
        if entry is None:
            return self._of_lenient(called)
        if entry.signature() is None:
            return None
        if rest == "got an unexpected keyword argument " and _is_name(words[1]):
            return self._answers.parameter(entry, words[1])
        if rest.startswith("takes ") and " positional argument" in rest and "given" in rest:
            return self._answers.too_many(entry)
        if rest.startswith("missing ") and "positional argument" in rest:
            return self._answers.missing(entry, [each for each in words[1::2] if _is_name(each)])
        return None

    def _of_lenient(self, name):
        """A function that qpy has, and the firmware has not: log.info, of which the documentation has a heading."""
        for module, names in self._facades():
            table = self._surface.module(module)
            if name[0] != "_" and getattr(names.get(name), "__code__", None) and not table.is_known(name):
                return self._answers.member(table, "", name)
        return None

    def _function(self, title):
        """The line of the table for a function of a module, or for Class.method; None where several modules have one."""
        title = title.removesuffix(".__init__")
        found = [self._surface.module(module).entry(title) for module, names in self._facades() if title.split(".")[0] in names]
        found = [each for each in found if each and each.is_callable]
        return found[0] if len(found) == 1 else None


def _is_name(text):
    """Whether it is a name, with dots or without, that can be told in a line."""
    return type(text) is str and len(text) <= _LONGEST and all([part.isidentifier() for part in text.split(".")])


def _public(object):
    return [each for each in dir(object) if not each.startswith("_")]
