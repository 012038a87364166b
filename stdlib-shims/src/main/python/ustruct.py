"""ustruct (struct) - values to bytes and back. What does not fit is a ValueError."""

import _struct


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
    return _calcsize(fmt)


def pack(fmt, *values):
    """pack(fmt, value, ...) -> bytes"""
    return _pack(fmt, *_plain(values))


def pack_into(fmt, buffer, offset, *values):
    """pack_into(fmt, buffer, offset, value, ...): into a bytearray; a negative offset counts from its end."""
    _pack_into(fmt, buffer, offset, *_plain(values))


def _plain(values):
    return [value.encode() if isinstance(value, str) else value for value in values]


def unpack(fmt, data):
    """unpack(fmt, data) -> tuple. Data may be longer than fmt."""
    return _unpack_from(fmt, data)


def unpack_from(fmt, data, offset=0):
    """unpack_from(fmt, data, offset=0) -> tuple"""
    return _unpack_from(fmt, data, offset)
