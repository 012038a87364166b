"""ubinascii (binascii) - bytes as text. Text that is no such form is a ValueError."""

import binascii as _binascii


_VALUES = {
    ord(character): value
    for value, character in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
_PADDING = ord("=")


def _bytes(data):
    return data.encode() if isinstance(data, str) else data


def hexlify(data, sep=None):
    """hexlify(data[, sep]) -> bytes of hexadecimal digits, sep between two bytes."""
    digits = _binascii.hexlify(_bytes(data))
    if sep is None:
        return digits
    return _bytes(sep).join([digits[at : at + 2] for at in range(0, len(digits), 2)])  # GraalPy's takes no sep


def unhexlify(data):
    """unhexlify(data) -> bytes"""
    return _with_value_error(_binascii.unhexlify, data)


def a2b_base64(data):
    """a2b_base64(data) -> bytes. What is no base64 character is passed over."""
    bits, count, padding, decoded = 0, 0, 0, bytearray()
    for character in _bytes(data):
        if character in _VALUES:
            padding = 0
            bits = bits << 6 | _VALUES[character]
            count += 6
            if count >= 8:
                count -= 8
                decoded.append(bits >> count & 0xFF)
        elif character == _PADDING:
            padding += 1
            if count == 2 or count == 4 and padding == 2:
                count = 0
    if count:
        raise ValueError("incorrect padding")
    return bytes(decoded)


def b2a_base64(data, newline=True):
    """b2a_base64(data) -> bytes of base64, with a newline at the end unless newline=False."""
    encoded = _binascii.b2a_base64(_bytes(data))
    return encoded if newline else encoded[:-1]


def crc32(data, value=0):
    """crc32(data[, value]) -> int"""
    return _binascii.crc32(_bytes(data), value)


def _with_value_error(function, data):
    try:
        return function(_bytes(data))
    except _binascii.Error as e:
        raise ValueError(str(e)) from None
