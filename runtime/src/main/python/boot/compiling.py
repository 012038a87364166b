"""Compiles scripts: what MicroPython reads otherwise than CPython, tabs, and what it refuses."""

import builtins

from boot.own import real_compile, real_eval
from boot.words import TREE, library_for, wants_tree

_ONLY_AST = 0x400  # _ast.PyCF_ONLY_AST
ANNOTATIONS = 0x1000000  # __future__.annotations: they are not evaluated
_MOST_TOKENS = 250_000  # of code that is compiled at once; CodeSize.java says why
_TAB, _EDITORS_TAB = 8, 4  # columns
_REFUSALS = {
    "NUL": "a byte 0x00 is in no script: name a text file",
    "NUMBER": "invalid syntax for number: a space is missing after it",
    "ARGUMENT_ORDER": "* arg after keyword arg",
}


class _Kept:
    """Code of scripts by their text, for the next run: GraalPy has compiled what of it has run often."""

    _MOST_CHARACTERS = 1_000_000

    def __init__(self):
        self._codes = {}
        self._characters = 0

    def get(self, key):
        """The code that was kept for a key, None for none."""
        return self._codes.get(key)

    def keep(self, key, code):
        """Keeps a script's code, and forgets those that came first where all are too long. A key begins with the text."""
        if len(key[0]) < self._MOST_CHARACTERS and key[1] != "<string>":
            self._codes[key] = code
            self._characters += len(key[0])
            while self._characters > self._MOST_CHARACTERS:
                first = next(iter(self._codes))
                self._characters -= len(first[0])
                del self._codes[first]


_kept = _Kept()


class Compiler:
    """Compiles the scripts of one device, for its importer."""

    def __init__(self, importer, seam):
        self._importer = importer
        self._seam = seam
        self.script_files = {}  # of compiled scripts: the name as tracebacks show it, by the code's own

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
            answers = self._importer.library("advice/answers")
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
            for name in library_for(source):
                self._importer.library(name)
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
                e.filename, e.lineno = file, self._importer.library("advice/unreadable").told(source, e)[0]
            raise

    def _code_of(self, source, file, mode, flags, in_dialect):
        by_tree = self._importer.library(TREE).tree if in_dialect or wants_tree(source) else None
        if by_tree and flags & _ONLY_AST:
            return by_tree(source, file, mode)
        instrument = self._importer.instrument if mode == "exec" and not flags else None
        key = None if instrument or flags or type(source) is not str else (source, file, mode, in_dialect, self._importer.optimisation)
        code = _kept.get(key)
        if code is None:
            if by_tree:
                source = by_tree(source, file, mode)
            if instrument:
                source = instrument(source, file)
            code = real_compile(source, file, mode, flags | ANNOTATIONS, True, self._importer.optimisation)
            if key:
                _kept.keep(key, code)
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
        whether dialect/tree.py is to read its tree.
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
        return real_eval(self.compile(source, "<string>", mode), globals, locals)
