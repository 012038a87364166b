"""ustruct (struct) - values to bytes and back. Of a number that does not fit, the lower bytes are packed.

The codes are C's, and MicroPython's own: O for an object, S for a string at an address, P for an address, 4 bytes each.
"""

import _struct

_POINTERS = "OSP"
_INTEGERS = "bBhHiIlLqQ"
_FLOATS = "fd"
_TOO_SMALL = "buffer too small"
_MOST_OBJECTS = 1024  # that bytes can stand for; the oldest are forgotten

_MOST_FORMATS = 100  # that are remembered

_objects = {}
_formats = {}


class _Format:
    """What is known of a format: GraalPy's struct for it and the code of each value."""

    __slots__ = ("struct", "codes", "numbers", "pointers", "order")

    def __init__(self, text):
        self.codes, digits = [], ""
        self.order = text[0] if text[:1] in ("<", ">", "=", "!", "@") else "@"
        for character in text:
            if character.isdigit():
                digits += character
                continue
            if character not in "<>=!@xs ":
                self.codes.extend(character * int(digits or 1))
            elif character == "s":
                self.codes.append(character)
            digits = ""
        self.pointers = any([pointer in text for pointer in _POINTERS])
        self.numbers = not self.pointers and not any([code in "scp" for code in self.codes])
        for pointer in _POINTERS:
            text = text.replace(pointer, "I")
        self.struct = _struct.Struct(text)


def _format(fmt):
    if isinstance(fmt, str):
        return _formats.get(fmt) or _new_format(fmt)
    if not isinstance(fmt, (bytes, bytearray)):
        raise TypeError("can't convert '%s' object to str implicitly" % type(fmt).__name__)
    return _format(fmt.decode())


def _new_format(text):
    if len(_formats) >= _MOST_FORMATS:
        _formats.clear()
    try:
        _formats[text] = known = _Format(text)
    except _struct.error:
        raise ValueError("bad typecode") from None
    return known


def calcsize(fmt):
    """calcsize(fmt) -> the bytes that fmt takes."""
    return _format(fmt).struct.size


def pack(fmt, *values):
    """pack(fmt, value, ...) -> bytes; where there are too few values, zeros"""
    known = _format(fmt)
    values = _filled(known, values)
    try:
        return known.struct.pack(*values)
    except _struct.error:
        return known.struct.pack(*_cut(known, values))


def pack_into(fmt, buffer, offset, *values):
    """pack_into(fmt, buffer, offset, value, ...): into a bytearray; a negative offset counts from its end."""
    known = _format(fmt)
    values = _filled(known, values)
    try:
        known.struct.pack_into(buffer, offset, *values)
    except _struct.error:
        values = _cut(known, values)
        try:
            known.struct.pack_into(buffer, offset, *values)
        except _struct.error:
            raise ValueError(_TOO_SMALL) from None


def _filled(known, values):
    """As many values as the format has, as GraalPy wants them."""
    codes = known.codes
    if known.numbers and len(values) == len(codes):
        return values
    plain = [_plain(code, value) for code, value in zip(codes, values)]
    return plain + [b"" if code == "s" else b"\0" if code == "c" else 0 for code in codes[len(values) :]]


def _cut(known, values):
    """The values with what fits of the integers. TypeError for what is no number or buffer."""
    return [_fitting(known.order, code, value) for code, value in zip(known.codes, values)]


def _fitting(order, code, value):
    if code in _FLOATS and not isinstance(value, (float, int)):
        raise TypeError("can't convert %s to float" % type(value).__name__)
    if code == "s":
        return bytes(memoryview(value))
    return _lower(order, code, value) if code in _INTEGERS else value


def _lower(order, code, value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    bits = 8 * _struct.calcsize(order + code)
    value &= (1 << bits) - 1
    return value - (1 << bits) if code.islower() and value >> (bits - 1) else value


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
    known = _format(fmt)
    try:
        values = known.struct.unpack_from(data, offset)
    except _struct.error:
        raise ValueError(_TOO_SMALL) from None
    if not known.pointers:
        return values
    return tuple([_pointed(code, value) for code, value in zip(known.codes, values)])


def _pointed(code, value):
    if code == "O":
        return _objects[value]
    if code == "S":
        import uctypes

        return uctypes._string_at(value)
    return value
