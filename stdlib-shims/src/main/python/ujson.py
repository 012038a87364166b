"""ujson (json) - JSON as MicroPython 1.13 writes and reads it. Documentation: facts.md 10.2."""

import _json

_NO_STREAM = "stream operation not supported"
_SPACES = " \t\n\r"
_SKIPPED = _SPACES + ",:"
_WORDS = {"n": ("null", None), "t": ("true", True), "f": ("false", False)}
_NUMBER = frozenset("0123456789+-.eE")
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class _Unusual(Exception):
    """The value holds something that only MicroPython writes."""


def _text_of(value):
    if isinstance(value, (bytes, bytearray)):
        return value.decode()
    raise _Unusual


# markers, default, encoder of strings, indent, separators, sort_keys, skipkeys, allow_nan
_encode = _json.make_encoder(None, _text_of, _json.encode_basestring, None, ": ", ", ", False, False, False)


class _Strict:
    """What GraalPy's scanner reads its options from."""

    strict = False  # control characters stand in strings
    object_hook = object_pairs_hook = None
    parse_float = float
    parse_int = int

    @staticmethod
    def parse_constant(name):
        raise ValueError  # NaN and Infinity


_scan = _json.make_scanner(_Strict)


def dump(obj, stream, separators=None):
    """dump(obj, stream): writes what dumps() returns to a file, a UART or anything that has write()."""
    if not hasattr(stream, "write"):
        raise OSError(_NO_STREAM)
    stream.write(dumps(obj, separators))


def dumps(obj, separators=None):
    """dumps(obj) -> str, with ", " and ": " between things, or separators=(item, key); text is not escaped to ASCII.

    Tuples become arrays, bytes become text. Where JSON has no form for a value, its repr() stands, as on the module.
    """
    if separators is not None:
        if not isinstance(separators, (tuple, list)):
            raise TypeError("object '%s' isn't a tuple or list" % type(separators).__name__)
        if len(separators) != 2:
            raise ValueError("requested length 2 but object has length %d" % len(separators))
        return _write(obj, *separators)
    try:
        return "".join(_encode(obj, 0))
    except (_Unusual, TypeError, ValueError):
        return _write(obj, ", ", ": ")


def _write(obj, item, colon):
    if isinstance(obj, dict):
        return "{%s}" % item.join([_key(key) + colon + _write(value, item, colon) for key, value in obj.items()])
    if isinstance(obj, (list, tuple)):
        return "[%s]" % item.join([_write(each, item, colon) for each in obj])
    if isinstance(obj, (bytes, bytearray)):
        obj = obj.decode()
    if isinstance(obj, str):
        return _json.encode_basestring(obj)
    if obj is None or obj is True or obj is False:
        return {None: "null", True: "true", False: "false"}[obj]
    return repr(obj)


def _key(key):
    text = _write(key, ", ", ": ")
    return text if isinstance(key, (str, bytes)) else '"' + text + '"'


def load(stream):
    """load(stream) -> the value of a file's whole text. ValueError when it is not JSON."""
    if not hasattr(stream, "read"):
        raise OSError(_NO_STREAM)
    return loads(stream.read())


def loads(string):
    """loads(string) -> the value of JSON text in str, bytes or bytearray. ValueError when it is not JSON.

    As lax as the module: commas and colons count as white space, so that "[1 2]" and "[1, 2,]" are read.
    """
    text = string if isinstance(string, str) else bytes(memoryview(string)).decode()
    text = text.strip(_SPACES)
    try:
        value, end = _scan(text, 0)
        if end == len(text):
            return value
    except Exception:  # not strict JSON: StopIteration, ValueError, or what GraalPy meets on its way to JSONDecodeError
        pass
    try:
        return _LaxReader(text).read()
    except (IndexError, ValueError):
        raise ValueError("syntax error in JSON") from None


class _LaxReader:
    """Reads a text as the module does, a character at a time; what is wrong is an IndexError or a ValueError.

    It takes twenty times as long as the strict scanner, which therefore goes first.
    """

    def __init__(self, text):
        self._text = text
        self._at = 0

    def read(self):
        value = self._value(self._next())
        if self._at < len(self._text):
            raise ValueError
        return value

    def _next(self):
        """Skips what separates values; returns the character after it, which counts as read."""
        text, at = self._text, self._at
        while text[at] in _SKIPPED:
            at += 1
        self._at = at + 1
        return text[at]

    def _value(self, first):
        if first == '"':
            return self._string()
        if first in "-0123456789":
            return self._number()
        if first == "{":
            return self._object()
        if first == "[":
            return self._array()
        return self._word(first)

    def _array(self):
        items = []
        while True:
            first = self._next()
            if first in "]}":
                return items
            items.append(self._value(first))

    def _object(self):
        entries = {}
        while True:
            first = self._next()
            if first in "]}":
                return entries
            if first in "[{":
                raise ValueError
            key = self._value(first)
            first = self._next()
            if first in "]}":
                return entries
            entries[key] = self._value(first)

    def _word(self, first):
        word, value = _WORDS.get(first, (None, None))
        if word is None or not self._text.startswith(word, self._at - 1):
            raise ValueError
        self._at += len(word) - 1
        return value

    def _number(self):
        text, start, at = self._text, self._at - 1, self._at
        while text[at : at + 1] in _NUMBER:
            at += 1
        self._at = at
        digits = text[start:at]
        return int(digits) if digits.lstrip("-").isdigit() else float(digits)

    def _string(self):
        text, at, parts = self._text, self._at, []
        while text[at] != '"':
            character = text[at]
            at += 1
            if character == "\\":
                character = text[at]
                at += 1
                if character == "u":
                    character = chr(int(text[at : at + 4], 16))
                    at += 4
                else:
                    character = _ESCAPES.get(character, character)
            parts.append(character)
        self._at = at + 1
        return "".join(parts)
