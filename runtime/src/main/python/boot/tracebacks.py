"""Exceptions as the module prints them, and what qpy adds for the person at the PC."""

from boot.own import RETOLD, arguments_of, is_interpreters, name_of_class, traceback_of

_SHOWN_FRAMES = 20  # of a traceback, at each end
_KNOWN = (ImportError, AttributeError, NameError, OSError, TypeError)  # of which advice/knowing.py knows more than their texts
_DEVICE_KINDS = (
    (OSError, "OSError"),
    (RecursionError, "RuntimeError"),
    (SystemError, "RuntimeError"),  # GraalPy's own faults
    (UnboundLocalError, "NameError"),
    (ImportError, "ImportError"),
)
_INDENTATION = {IndentationError: "unexpected indent", TabError: "unindent doesn't match any outer indent level"}


class Tracebacks:
    """The tracebacks of one device."""

    def __init__(self, seam, importer):
        self._seam = seam
        self._importer = importer

    def show(self, e):
        """Writes the traceback, and tells the person what it does not say."""
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
        elif not isinstance(e, _KNOWN) or not is_interpreters(e):
            return None
        return self._importer.library("advice/knowing").line(e, self._importer, self._seam)

    def traceback(self, e):
        """The exception as MicroPython prints it: no source lines, only the script's own frames."""
        try:
            return self._whole(e)
        except Exception:  # of the script's own class, or of builtins that the script has replaced
            frames = self._frames(traceback_of(e))
            return "".join(["Traceback (most recent call last):\n", *frames, name_of_class(type(e)), ": \n"])

    def _whole(self, e):
        limit = self._most_frames()
        lines = [] if limit == 0 else ["Traceback (most recent call last):\n", *self._frames(traceback_of(e))[:limit]]
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
        if is_interpreters(e):
            for kind, name in _DEVICE_KINDS:
                if isinstance(e, kind):
                    return name
        return name_of_class(type(e))

    def _text(self, e):
        arguments = arguments_of(e)
        if isinstance(e, SyntaxError):
            return "invalid syntax" if type(e) is SyntaxError else _INDENTATION.get(type(e), e.msg)
        if isinstance(e, OSError) and len(arguments) == 1 and isinstance(arguments[0], int):
            name = self._seam.errnoName(arguments[0])
            return "[Errno %d] %s" % (arguments[0], name) if name else str(arguments[0])
        if isinstance(e, OSError) and isinstance(e.errno, int) and self._seam.errnoName(e.errno):
            return "[Errno %d] %s" % (e.errno, self._seam.errnoName(e.errno))
        if isinstance(e, RETOLD) and is_interpreters(e) and len(arguments) == 1 and isinstance(arguments[0], str):
            return self._importer.library("dialect/texts").text_of(e)
        if len(arguments) > 1:
            return repr(arguments)
        return str(arguments[0]) if arguments else ""
