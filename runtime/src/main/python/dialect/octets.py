"""Text and bytes as a module has them: its ``str`` has any bytes in it, and its streams take both. Here, bytes that are no UTF-8 are
surrogates in a text, which become the same bytes again when it is encoded, written or printed.

Loaded once a device, for scripts that encode or decode, and for those that open files.
"""

import sys as _sys

_replace = _device.library("dialect/replacing").replace
_methods_of = _device.library("dialect/replacing").methods_of


# A module looks at no encoding: text is UTF-8 there or what the bytes were. GraalPy's library means latin-1 and the like
_KEPT = ("gbk", "gb2312", "gb18030")


def _decode(real):
    def decode(self, encoding="utf-8", errors="strict"):
        if encoding in _KEPT:
            encoding = "utf-8"
        try:
            return real(self, encoding, errors)
        except UnicodeDecodeError:
            return real(self, "utf-8", "surrogateescape")

    return decode


def _encode(real):
    def encode(self, encoding="utf-8", errors="strict"):
        if encoding in _KEPT:
            encoding = "utf-8"
        try:
            return real(self, encoding, errors)
        except UnicodeEncodeError:
            return real(self, "utf-8", "surrogateescape")

    return encode


def _format(self, *arguments, **named):
    """b.format(…) -> bytes. What text.format() makes, as bytes; bytes among the arguments are shown as ``b'…'``."""
    return self.decode().format(*arguments, **named).encode()


def _fixed(real):
    """startswith() or endswith(), of text and bytes in place of each other."""

    def has(self, fix, *bounds):
        if isinstance(fix, (str, bytes)) and isinstance(fix, str) != isinstance(self, str):
            fix = fix.encode() if isinstance(fix, str) else fix.decode()
        return real(self, fix, *bounds)

    return has


_replace(bytes, "decode", _decode)
_replace(bytearray, "decode", _decode)
_replace(str, "encode", _encode)
_format.__name__, _format.__qualname__ = "format", "bytes.format"
_methods_of(bytes)["format"] = _format
for _kind in (str, bytes):
    _replace(_kind, "startswith", _fixed)
    _replace(_kind, "endswith", _fixed)
_sys.stdout.reconfigure(errors="surrogateescape")
