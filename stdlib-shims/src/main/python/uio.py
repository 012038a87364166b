"""uio (io) - streams."""

import _io

_files = _device.library("flash/files")
FileIO, TextIOWrapper = _files.FileIO, _files.TextIOWrapper

_EIO, _EAGAIN, _EINVAL = 5, 11, 22

open = open


class IOBase:
    """The base of streams that a script makes: readinto(buf), write(buf), ioctl(request, arg)."""


def _part(data, bounds):
    """write(data[, offset], length) -> the bytes that are written"""
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogateescape")
    if not bounds:
        return data
    start, length = bounds if len(bounds) == 2 else (0, bounds[0])
    return memoryview(data)[start : start + length]


class BytesIO(_io.BytesIO):
    """BytesIO([bytes]) -> a stream of bytes in memory; BytesIO(n) makes room for n."""

    def __init__(self, data=b""):
        super().__init__(b"" if isinstance(data, int) else data)

    def __repr__(self):
        return "<io.BytesIO 0x%x>" % id(self)

    def write(self, data, *bounds):
        """write(data[[, offset], length]) -> bytes written"""
        return super().write(_part(data, bounds))

    def readinto(self, buf, n=None):
        """readinto(buf[, n]) -> bytes read"""
        return super().readinto(buf if n is None else memoryview(buf)[:n])

    def seek(self, offset, whence=0):
        """seek(offset, whence=0) -> the position"""
        if whence == 0 and offset < 0:
            raise OSError(_EINVAL)
        return super().seek(offset, whence)


class StringIO(_io.StringIO):
    """StringIO([str]) -> a stream of text in memory; StringIO(n) makes room for n."""

    def __init__(self, text=""):
        if isinstance(text, int):
            text = ""
        super().__init__(text if isinstance(text, str) else bytes(memoryview(text)).decode("utf-8", "surrogateescape"))

    def __repr__(self):
        return "<io.StringIO 0x%x>" % id(self)

    def write(self, data, *bounds):
        """write(data[[, offset], length]) -> what is written"""
        if bounds or not isinstance(data, str):
            data = bytes(memoryview(_part(data, bounds))).decode("utf-8", "surrogateescape")
        return super().write(data)


class BufferedWriter:
    """BufferedWriter(stream, size): writes to the stream size bytes at a time."""

    def __init__(self, stream, size):
        self._stream, self._size = stream, size
        self._held = bytearray()

    def write(self, data):
        """write(data) -> bytes taken"""
        self._held += data
        while len(self._held) >= self._size:
            self._put(self._size)
        return len(data)

    def flush(self):
        """flush(): writes what is held. OSError when the stream does not take it all."""
        if self._held:
            self._put(len(self._held))

    def _put(self, count):
        written = self._stream.write(self._held[:count])
        if written != count:
            raise OSError(_EAGAIN if written is None else _EIO)
        self._held = self._held[count:]
