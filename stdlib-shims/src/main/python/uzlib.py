"""uzlib (zlib) - what was compressed with DEFLATE, as it was before."""

import zlib as _zlib

_DATA_ERROR = -3
_RAW, _ZLIB, _GZIP, _ANY_HEADER = -15, 15, 31, 47  # the header, in zlib's numbers
_GZIP_MAGIC = 0x1F  # the first byte
_HEADER_CHECK, _EXTRA, _NAME, _COMMENT = 2, 4, 8, 16  # flags of a gzip header
_EINVAL = 22


class _Gunzip:
    """What zlib.decompressobj() is for gzip, a byte at a time: GraalPy 25.0.2 ends at a wrong check sum with no exception.

    RFC 1952: a header of ten bytes and what its flags say, raw data, CRC-32 and length.
    """

    def __init__(self):
        self._raw = _zlib.decompressobj(_RAW)
        self._sum = self._length = 0
        self._trailer = b""
        self._reading = self._header()
        next(self._reading)
        self.eof = False

    def _header(self):
        head = b""
        while len(head) < 10:
            head += yield
        if head[:3] != b"\x1f\x8b\x08":
            raise _zlib.error("incorrect header check")
        flags = head[3]
        if flags & _EXTRA:
            low = yield
            high = yield
            for _ in range(low[0] + 256 * high[0]):
                yield
        for _ in range(bool(flags & _NAME) + bool(flags & _COMMENT)):
            while (yield) != b"\0":
                pass
        if flags & _HEADER_CHECK:
            yield
            yield

    def decompress(self, byte):
        if self._reading is not None:
            try:
                self._reading.send(byte)
            except StopIteration:
                self._reading = None
            return b""
        if not self._raw.eof:
            data = self._raw.decompress(byte)
            self._sum = _zlib.crc32(data, self._sum)
            self._length += len(data)
            return data
        self._trailer += byte
        if len(self._trailer) == 8:
            self._check()
        return b""

    def _check(self):
        self.eof = True
        told = int.from_bytes(self._trailer[:4], "little"), int.from_bytes(self._trailer[4:], "little")
        if told != (self._sum, self._length & 0xFFFFFFFF):
            raise _zlib.error("incorrect data check")


def _inflating(wbits):
    return _Gunzip() if wbits == _GZIP else _zlib.decompressobj(wbits)


def decompress(data, wbits=0, bufsize=0):
    """decompress(data, wbits=0) -> bytes; wbits less than 0 for data without zlib's header. ValueError for other data."""
    inflating = _zlib.decompressobj(_RAW if wbits < 0 else _ZLIB)
    data = bytes(memoryview(data))
    try:
        inflated = inflating.decompress(data)
    except _zlib.error:
        raise ValueError(_DATA_ERROR) from None
    if not inflating.eof:
        raise ValueError(_DATA_ERROR)
    return inflated


class _InflatingStream:
    """A stream of what another stream has compressed; it reads no more of that than it needs."""

    def __init__(self, stream, wbits):
        self._stream = stream
        self._inflating = None if wbits == _ANY_HEADER else _inflating(wbits)
        self._held = b""

    def _more(self):
        """Whether there was more to inflate."""
        if self._inflating is not None and self._inflating.eof:
            return False
        some = self._stream.read(1)
        if not some:
            raise EOFError
        if self._inflating is None:
            self._inflating = _inflating(_GZIP if some[0] == _GZIP_MAGIC else _ZLIB)
        try:
            self._held += self._inflating.decompress(some)
        except _zlib.error:
            raise OSError(_EINVAL) from None
        return True

    def read(self, n=-1):
        """read(n=-1) -> at most n bytes, or all"""
        while (n < 0 or len(self._held) < n) and self._more():
            pass
        n = len(self._held) if n < 0 else n
        read, self._held = self._held[:n], self._held[n:]
        return read

    def readinto(self, buf):
        """readinto(buf) -> how many bytes it got"""
        read = self.read(len(buf))
        buf[: len(read)] = read
        return len(read)

    def readline(self):
        """readline() -> a line with its end"""
        line = b""
        while not line.endswith(b"\n"):
            some = self.read(1)
            if not some:
                break
            line += some
        return line


class DecompIO(_InflatingStream):
    """DecompIO(stream, wbits=0): a stream of what stream has compressed; wbits 16 and more for gzip, less than 0 for no header."""

    def __init__(self, stream, wbits=0, bufsize=1):
        super().__init__(stream, _RAW if wbits < 0 else _GZIP if wbits > 15 else _ZLIB)
