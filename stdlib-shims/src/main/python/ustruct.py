"""ustruct (struct) - values to bytes and back. What does not fit is a ValueError.

The codes are C's, and MicroPython's own: O for an object, S for a string at an address, P for an address, 4 bytes each.
"""

import _struct

_POINTERS = "OSP"
_MOST_OBJECTS = 1024  # that bytes can stand for; the oldest are forgotten

_objects = {}


def _codes(fmt):
    """The format for GraalPy, and the code of each value."""
    text = fmt if isinstance(fmt, str) else bytes(fmt).decode()
    codes, digits = [], ""
    for character in text:
        if character.isdigit():
            digits += character
            continue
        if character not in "<>=!@xs ":
            codes.extend(character * int(digits or 1))
        elif character == "s":
            codes.append(character)
        digits = ""
    for pointer in _POINTERS:
        text = text.replace(pointer, "I")
    return text, codes


def _value_errors(function):
    def call(*arguments):
        try:
            return function(*arguments)
        except _struct.error as e:
            raise ValueError(str(e)) from None

    return call


_calcsize = _value_errors(_struct.calcsize)
_pack = _value_errors(_struct.pack)
_pack_into = _value_errors(_struct.pack_into)
_unpack_from = _value_errors(_struct.unpack_from)


def calcsize(fmt):
    """calcsize(fmt) -> the bytes that fmt takes."""
    return _calcsize(_checked(fmt))


def pack(fmt, *values):
    """pack(fmt, value, ...) -> bytes; where there are too few values, zeros"""
    return _pack(*_arguments(fmt, values))


def pack_into(fmt, buffer, offset, *values):
    """pack_into(fmt, buffer, offset, value, ...): into a bytearray; a negative offset counts from its end."""
    fmt, *values = _arguments(fmt, values)
    _pack_into(fmt, buffer, offset, *values)


def _checked(fmt):
    if not isinstance(fmt, (str, bytes, bytearray)):
        raise TypeError("can't convert '%s' object to str implicitly" % type(fmt).__name__)
    return _codes(fmt)[0] if any([pointer in fmt for pointer in _POINTERS if isinstance(fmt, str)]) else fmt


def _arguments(fmt, values):
    """The format and the values, as GraalPy wants them."""
    fmt, codes = _codes(_checked(fmt) if not isinstance(fmt, str) else fmt)
    values = [_plain(code, value) for code, value in zip(codes, values)]
    values += [b"" if code == "s" else b"\0" if code == "c" else 0 for code in codes[len(values) :]]
    return (fmt, *values)


def _plain(code, value):
    if code == "O":
        if len(_objects) >= _MOST_OBJECTS:
            del _objects[next(iter(_objects))]
        _objects[id(value) & 0xFFFFFFFF] = value
        return id(value) & 0xFFFFFFFF
    return value.encode() if isinstance(value, str) else value


def unpack(fmt, data):
    """unpack(fmt, data) -> tuple. Data may be longer than fmt."""
    return unpack_from(fmt, data)


def unpack_from(fmt, data, offset=0):
    """unpack_from(fmt, data, offset=0) -> tuple"""
    fmt_of_graalpy = _checked(fmt)
    values = _unpack_from(fmt_of_graalpy, data, offset)
    if fmt_of_graalpy is fmt:
        return values
    return tuple([_pointed(code, value) for code, value in zip(_codes(fmt)[1], values)])


def _pointed(code, value):
    if code == "O":
        return _objects[value]
    if code == "S":
        import uctypes

        return uctypes._string_at(value)
    return value
