"""What MicroPython says where CPython's interpreter says something else: the texts of exceptions, as its normal level of error
reporting has them (py/*.c of MicroPython 1.13). An exception that a script makes keeps its own text.
"""

from posix import strerror as _strerror

_OPERATORS = {
    "+": "__add__", "-": "__sub__", "*": "__mul__", "@": "__matmul__", "/": "__truediv__", "//": "__floordiv__",
    "%": "__mod__", "** or pow()": "__pow__", "<<": "__lshift__", ">>": "__rshift__", "&": "__and__", "|": "__or__",
    "^": "__xor__", "divmod()": "__divmod__", "<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__",
}
_UNARY = {"unary-": "__neg__", "unary+": "__pos__", "unary~": "__invert__", "abs()": "__abs__"}
_WHOLE = {
    "not all arguments converted during string formatting": "format string didn't convert all arguments",
    "not enough arguments for format string": "format string needs more arguments",
    "range() arg 3 must not be zero": "zero step",
    "int() base must be >= 2 and <= 36, or 0": "int() arg 2 must be >= 2 and <= 36",
    "IndexError: string index out of range": "string index out of range",
    "complex() arg is a malformed string": "invalid syntax for number",
    "string argument without an encoding": "wrong number of arguments",
    "format requires a mapping": "format needs a dict",
    "switching from automatic to manual numbering": "can't switch from automatic field numbering to manual field specification",
    "switching from manual to automatic numbering": "can't switch from manual field specification to automatic field numbering",
    "Single '}' encountered in format string": "single '}' encountered in format string",
    "index out of bounds on dimension 1": "memoryview index out of range",
    "cannot modify read-only memory": "'memoryview' object doesn't support item assignment",
    "memoryview: invalid slice key": "memoryview indices must be integers",
}
_NO_MEMBER = ("x not in list", "list.index(x): x not in list", "list.remove(x): x not in list", "tuple.index(x): x not in tuple")


def said(e, errno_name):
    """Gives an exception of the interpreter's own MicroPython's text, in place."""
    if isinstance(e, OSError):
        _of_os(e, errno_name)
    elif isinstance(e, KeyError):
        if len(e.args) == 1 and type(e.args[0]) is str:
            e.args = (_Key(e.args[0]),)
    elif len(e.args) == 1 and type(e.args[0]) is str:
        text = text_of(e)
        if text != e.args[0]:
            e.args = (text,)
            if isinstance(e, ImportError):
                e.msg = text


class _Key(str):
    """A key whose text is shown as it is."""

    def __repr__(self):
        return str(self)


class _Arguments:
    """``args`` of exceptions, with the key that a script knows."""

    def __init__(self, real):
        self._real = real

    def __get__(self, exception, cls=None):
        if exception is None:
            return self
        arguments = self._real.__get__(exception)
        return (str(arguments[0]),) if len(arguments) == 1 and type(arguments[0]) is _Key else arguments

    def __set__(self, exception, value):
        self._real.__set__(exception, value)


def _of_os(e, errno_name):
    number = e.errno if isinstance(e.errno, int) else e.args[0] if e.args else None
    name = isinstance(number, int) and len(e.args) in (1, 2) and errno_name(number)
    if name and (len(e.args) == 1 or e.filename is not None or e.args[1] == _strerror(number)):
        e.args = (number,)
        e.errno, e.strerror, e.filename = number, name, None


def text_of(e):
    """The first argument, in MicroPython's words."""
    text = e.args[0].replace("ForeignString", "str")  # GraalPy's name for what it has not made an object of
    if isinstance(e, SystemError):
        return "the interpreter failed here; write it differently"  # its own text is Java's
    if isinstance(e, ZeroDivisionError):
        return "divide by zero" if "zero" in text or "modulo" in text else text
    if isinstance(e, UnboundLocalError):
        return "local variable referenced before assignment"
    if isinstance(e, NameError):
        return text.replace("' is not defined", "' isn't defined")
    if isinstance(e, ImportError):
        return "can't import name " + text.split("'")[1] if text.startswith("cannot import name '") else text
    if isinstance(e, TypeError):
        return _of_type(e, text)
    if isinstance(e, ValueError):
        return _of_value(text)
    if isinstance(e, IndexError):
        return "tuple index out of range" if text.startswith("Replacement index") else _WHOLE.get(text, text)
    if isinstance(e, AttributeError) and text.startswith("module '"):
        return "'module' object" + text[text.index("' has") + 1 :]
    return _WHOLE.get(text, text)


def _between(text, start, end=""):
    """What is between, or None where the text does not begin and end so."""
    if text.startswith(start) and text.endswith(end) and len(text) >= len(start) + len(end):
        return text[len(start) : len(text) - len(end)]
    return None


def _of_value(text):
    if text in _NO_MEMBER:
        return "object not in sequence"
    if text.startswith("invalid literal for int() with base "):
        return "invalid syntax for integer with base " + text[36:].partition(":")[0]
    if text.startswith("could not convert string to float"):
        return "invalid syntax for number"
    if text.startswith("not enough values to unpack (expected "):
        return "need more than %s values to unpack" % text.rpartition("got ")[2].rstrip(")")
    if text.endswith("() iterable argument is empty") or text.endswith("() arg is an empty sequence"):
        return "arg is an empty sequence"
    if text.startswith("Unknown format code"):
        return "u" + text[1:]
    if text.startswith("byte") and text.endswith("must be in range(0, 256)"):
        return "bytes value out of range"
    return _WHOLE.get(text, text)


def _of_type(e, text):
    for find in (_of_operands, _of_object, _of_text, _of_conversion):
        found = find(text)
        if found:
            return found
    return _of_arguments(e, text) or _WHOLE.get(text, text)


def _of_operands(text):
    operands = _between(text, "unsupported operand type(s) for ")
    if operands:
        operator, _, types = operands.partition(": ")
        if types.startswith("'str' and ") and operator[0] not in "%*":
            return _not_implicitly(types[10:].strip("'"))
        in_place = operator.endswith("=") and operator[:-1] in _OPERATORS
        name = _OPERATORS.get(operator[:-1] if in_place else operator)
        name = name and ("__i" + name[2:] if in_place else name)
        return name and "unsupported types for %s: %s" % (name, types.replace(" and ", ", "))
    for kind in ("str", "list", "tuple", "bytes"):
        other = _between(text, "can only concatenate %s (not \"" % kind, "\") to " + kind)
        other = other or _between(text, "can't concat ", " to " + kind)
        if other:
            return _not_implicitly(other) if kind == "str" else "unsupported types for __add__: '%s', '%s'" % (kind, other)
    operator, between, types = text.partition(" not supported between instances of ")
    if between and types.startswith("'str' and "):
        return _not_implicitly(types[10:].strip("'"))
    if between:
        name = _OPERATORS.get(operator.strip("'"))
        return name and "unsupported types for %s: %s" % (name, types.replace(" and ", ", "))
    operand = _between(text, "bad operand type for ")
    if operand:
        operator, _, kind = operand.partition(": ")
        name = _UNARY.get(operator.replace(" ", ""))
        return name and "unsupported type for %s: %s" % (name, kind)
    kind = _between(text, "unhashable type: ")
    return kind and "unsupported type for __hash__: " + kind


def _not_implicitly(kind):
    return "can't convert '%s' object to str implicitly" % kind


def _of_object(text):
    for said, word in ((" object is not ", " object isn't "), (" object does not support ", " object doesn't support ")):
        if said in text:
            return text.replace(said, word)
    kind = _between(text, "cannot unpack non-iterable ", " object") or _between(text, "argument of type '", "' is not iterable")
    return kind and "'%s' object isn't iterable" % kind


def _of_text(text):
    """What is asked of a text, or of bytes, in place of which there is something else."""
    for said in ("'in <string>' requires string as left operand, not ", "must be str, not ", "must be str or a tuple of str, not "):
        if said in text:
            return _not_implicitly(text.rpartition(said)[2].strip("'"))
    kind = _between(text, "ord() expected string of length 1, but ", " found")
    if kind:
        return _not_implicitly(kind)
    for kind in ("list", "tuple", "bytearray", "byte", "string"):
        other = _between(text, kind + " indices must be integers or slices, not ") or _between(text, kind + " indices must be integers, not ")
        if other:
            return "%s indices must be integers, not %s" % ("bytes" if kind == "byte" else kind, other.strip("'"))
    if text.startswith(("can't concat ", "can't extend bytearray with ")) or " must be read-write bytes-like object, not " in text:
        return "object with buffer protocol required"
    return None


def _of_conversion(text):
    kind = _between(text, "'", "' object cannot be interpreted as an integer")
    kind = kind or (text.startswith("int() argument must be ") and text.rpartition("not ")[2].strip("'"))
    kind = kind or _between(text, "%d format: a real number is required, not ")
    if kind:
        return "can't convert %s to int" % kind
    kind = text.startswith("float() argument must be ") and text.rpartition("not ")[2].strip("'")
    kind = kind or _between(text, "must be real number, not ")
    if kind:
        return "can't convert %s to float" % kind
    if text.startswith("sequence item ") or text.startswith("expected a bytes-like object, "):
        return "join expects a list of str/bytes objects consistent with self object"
    if "a bytes-like object is required, not" in text:
        return "object with buffer protocol required"
    kind = _between(text, "cannot convert '", "' object to bytes")
    return kind and "'%s' object isn't iterable" % kind


def _of_arguments(e, text):
    function, called, what = text.partition("() ")
    if not called:
        return None
    if what.startswith("takes ") and (" were given" in what or " was given" in what):
        most = what.partition(" positional argument")[0].rpartition(" ")[2]
        given = what.partition(" but ")[2].partition(" ")[0]
        return "function takes %s positional arguments but %s were given" % (most, given)
    if what.startswith("got an unexpected keyword argument"):
        return "unexpected keyword argument" + what[34:]
    if what.startswith("got multiple values for argument"):
        return "function " + what
    if what.startswith("missing ") and "keyword-only" in what:
        return "function missing required keyword argument " + what.partition(": ")[2].partition(" ")[0].rstrip(",")
    if what.startswith("missing "):
        return _too_few(e, function, int(what.split(" ")[1]))
    return None


def _too_few(e, name, missing):
    """CPython tells the names of what is missing, MicroPython how many arguments there were."""
    function = _called(e, name)
    code = getattr(function, "__code__", None)
    if code is None:
        return "function missing %d required positional arguments" % missing
    wanted = code.co_argcount - len(function.__defaults__ or ())
    return "function takes %d positional arguments but %d were given" % (wanted, wanted - missing)


def _called(e, name):
    """The function of that name, from where the exception was raised."""
    tb = e.__traceback__
    while tb is not None and tb.tb_next is not None:
        tb = tb.tb_next
    first, *rest = name.split(".")
    if tb is None or "<" in name:
        return None
    found = tb.tb_frame.f_locals.get(first, tb.tb_frame.f_globals.get(first))
    for each in rest:
        found = getattr(found, each, None)
    return found


_exception = _device.library("dialect/replacing").methods_of(BaseException)
_exception["args"] = _Arguments(_exception["args"])
