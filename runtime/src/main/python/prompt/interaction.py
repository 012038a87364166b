"""What a prompt needs of Python: pieces of code one after the other in one ``__main__``, completion, ``help()``."""

import sys

from _ast import Interactive as _Interactive
from _ast import PyCF_ONLY_AST as _ONLY_AST
from boot.compiling import ANNOTATIONS as _ANNOTATIONS



class Interaction:
    def __init__(self, program):
        self._program = program
        self._globals = _device.main_globals()
        self._completer = None

    def arguments(self, *argv):
        _device.argv = list(argv)

    def execute(self, name, source, mode):
        """Runs a piece of code: (ending, traceback, exit code, (code, line) or None); the endings are Java's."""
        try:
            try:
                _device.leave_boot_names(self._globals, source)
                for code in self._pieces(name, source, mode):
                    exec(code, self._globals)
            finally:
                sys.stdout.flush()
            return "NORMAL", "", 0, None
        except SystemExit as e:
            return "EXIT", "", self._program.exit_code(e), None
        except KeyboardInterrupt as e:
            return "INTERRUPTED", _device.traceback(e), 0, None
        except BaseException as e:
            return "EXCEPTION", _device.traceback(e), 0, _device.explanation(e)

    def _pieces(self, name, source, mode):
        """The code; statement by statement where several were entered at once, each to show its value."""
        if mode == "single":
            whole = _device.compile(source, name, "exec", _ONLY_AST)
            if len(whole.body) != 1:
                return [compile(_Interactive([each]), name, mode, _ANNOTATIONS, True) for each in whole.body]
        return [_device.compile(source + "\n", name, mode)]

    def complete(self, code):
        """[(text, start, description)] for the code before the cursor."""
        if self._completer is None:
            self._completer = _device.library("prompt/completion").Completer(_device, self._globals)
        return self._completer.complete(code)
