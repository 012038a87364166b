"""ubinascii (binascii) - bytes as text. Text that is no such form is a ValueError."""

import binascii as _binascii


_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_OTHERS = bytes(range(256)).translate(None, _DIGITS + b"=")


def _bytes(data):
    """Data as it is where it is bytes. TypeError where it is no buffer."""
    return data if isinstance(data, bytes) else bytes(memoryview(data))


def hexlify(data, sep=None):
    """hexlify(data[, sep]) -> bytes of hexadecimal digits, sep between two bytes."""
    digits = _binascii.hexlify(_bytes(data))
    if sep is None:
        return digits
    return _bytes(sep).join([digits[at : at + 2] for at in range(0, len(digits), 2)])  # GraalPy's takes no sep


def unhexlify(data):
    """unhexlify(data) -> bytes"""
    digits = _bytes(data)
    if len(digits) % 2:
        raise ValueError("odd-length string")
    try:
        return _binascii.unhexlify(digits)
    except _binascii.Error:
        raise ValueError("non-hex digit found") from None


def a2b_base64(data):
    """a2b_base64(data) -> bytes. What is no base64 character is passed over; whole padding ends it."""
    digits, *others = _bytes(data).translate(None, _OTHERS).split(b"=")
    padded = False
    for each in others:
        if len(digits) % 4 == 3 or len(digits) % 4 == 2 and padded:
            break
        padded = not each
        digits += each
    else:
        if len(digits) % 4:
            raise ValueError("incorrect padding")
    return _binascii.a2b_base64(digits + b"=" * (-len(digits) % 4))


def b2a_base64(data, newline=True):
    """b2a_base64(data) -> bytes of base64, with a newline at the end unless newline=False."""
    encoded = _binascii.b2a_base64(_bytes(data))
    return encoded if newline else encoded[:-1]


def crc32(data, value=0):
    """crc32(data[, value]) -> int"""
    return _binascii.crc32(_bytes(data), value)
