"""Files that a script opens: MicroPython's streams on littlefs. Nothing is translated, in text neither; positions are offsets in bytes.

What is written is there for others, and after a reset, from flush() or close() on.
"""

import _weakref

_READ_AHEAD = 4096  # bytes
_MOST_FILES = 256  # open at a time; littlefs has no number, its heap is full before
_EINVAL, _EMFILE = 22, 24
_LARGEST = 0x7FFFFFFF  # of a file and a position
_opened = {}  # the host object of each open file, by a weak reference to the file


def _encoded(text):
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def _octets(data):
    """What is written of text or of anything with a buffer."""
    if isinstance(data, str):
        return _encoded(data)
    try:
        return data if type(data) is bytes else bytes(memoryview(data))
    except TypeError:
        raise TypeError("object with buffer protocol required") from None


def _number(value):
    """An int as C's functions take it."""
    if isinstance(value, int):
        return value
    if hasattr(value, "__index__"):
        return value.__index__()
    raise TypeError("can't convert %s to int" % type(value).__name__)


def _missing(data):
    """How many bytes the last character lacks."""
    for back in range(1, min(4, len(data) + 1)):
        octet = data[-back]
        if octet >= 0xC0:
            return max(0, (2 if octet < 0xE0 else 3 if octet < 0xF0 else 4) - back)
        if octet < 0x80:
            break
    return 0


class FileIO:
    """A file of bytes, from open(path, 'rb')."""

    __slots__ = ("_host", "_ahead", "_at", "_key", "__weakref__")

    def __init__(self, *arguments):
        raise TypeError("cannot create '%s' instances" % type(self).__name__)

    def __repr__(self):
        return "<io.%s>" % type(self).__name__

    def _file(self):
        """The host object. ValueError when the file is closed."""
        if self._host is None:
            raise ValueError
        return self._host

    def _take(self, size):
        """So many bytes or as many as there are, or all."""
        host = self._file()
        start = self._at
        held = len(self._ahead) - start
        if 0 <= size <= held:
            self._at = start + size
            return self._ahead[start : self._at]
        data = self._ahead[start:]
        self._ahead, self._at = b"", 0
        if size < 0 or size - held >= _READ_AHEAD:
            return data + host.read(-1 if size < 0 else min(size - held, _LARGEST))
        self._ahead = host.read(_READ_AHEAD)
        self._at = min(size - held, len(self._ahead))
        return data + self._ahead[: self._at]

    def _line(self, size):
        self._file()
        parts = []
        while size:
            if self._at == len(self._ahead):
                self._ahead, self._at = self._host.read(_READ_AHEAD), 0
                if not self._ahead:
                    break
            start = self._at
            end = self._ahead.find(b"\n", start) + 1
            if size > 0:
                end = min(end or len(self._ahead), start + size)
                size -= end - start
            self._at = end or len(self._ahead)
            parts.append(self._ahead[start : self._at])
            if parts[-1].endswith(b"\n"):
                break
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _here(self):
        """The host object, at the position that the script sees."""
        host = self._file()
        held = len(self._ahead) - self._at
        if held:
            host.seek(-held, 1)
        self._ahead, self._at = b"", 0
        return host

    def read(self, size=-1):
        """read([size]) -> so many bytes or as many as there are."""
        return self._take(-1 if size is None else _number(size))

    def readinto(self, buf, nbytes=None):
        """readinto(buf[, nbytes]) -> how many bytes were read into buf."""
        view = memoryview(buf).cast("B")
        if view.readonly:
            raise TypeError("object with buffer protocol required")
        count = len(view) if nbytes is None else max(0, min(_number(nbytes), len(view)))
        data = self._take(count)
        view[: len(data)] = data
        return len(data)

    def readline(self, size=-1):
        """readline([size]) -> the bytes to the end of the line, with it; no more than size."""
        return self._line(-1 if size is None else _number(size))

    def readlines(self):
        """readlines() -> a list of all lines."""
        return list(self)

    def write(self, data, *bounds):
        """write(data[[, offset], length]) -> how many bytes were written; text is written as UTF-8."""
        octets = _octets(data)
        if bounds:
            if len(bounds) > 2:
                raise TypeError("function expected at most 4 arguments, got %d" % (len(bounds) + 2))
            start, length = (0, *bounds)[-2:]
            start, length = _number(start), _number(length)
            start = start if 0 <= start <= len(octets) else len(octets)
            octets = octets[start:] if length < 0 else octets[start : start + length]
        return self._here().write(octets)

    def seek(self, offset, whence=0):
        """seek(offset, whence=0) -> the position: from the start (0), from here (1) or from the end (2)."""
        offset, whence = _number(offset), _number(whence)
        host = self._here()
        if abs(offset) > _LARGEST or whence not in (0, 1, 2):
            raise OSError(_EINVAL)
        return host.seek(offset, whence)

    def tell(self):
        """tell() -> the position."""
        return self._file().seek(0, 1) - (len(self._ahead) - self._at)

    def flush(self):
        """flush(): what was written takes the place of the file's old content."""
        self._file().flush()

    def close(self):
        """close(): as flush(); nothing can be read or written any more."""
        host, self._host = self._host, None
        if host is not None:
            self._ahead = b""
            _opened.pop(self._key, None)
            host.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class TextIOWrapper(FileIO):
    """A file of text, from open(path)."""

    __slots__ = ()

    def read(self, size=-1):
        """read([size]) -> so many characters or as many as there are."""
        size = -1 if size is None else _number(size)
        data = self._take(size)
        if size < 0:
            return data.decode("utf-8", "surrogateescape")
        text = self._whole(data)
        while len(text) < size:
            data = self._take(size - len(text))
            if not data:
                break
            text += self._whole(data)
        return text

    def _whole(self, data):
        """Decodes bytes, with those that the last character lacks."""
        missing = _missing(data)
        while missing:
            more = self._take(missing)
            data += more
            missing = _missing(data) if more else 0
        return data.decode("utf-8", "surrogateescape")

    def readline(self, size=-1):
        """readline([size]) -> the text to the end of the line, with it; no more than size bytes."""
        return self._line(-1 if size is None else _number(size)).decode("utf-8", "surrogateescape")


def _closing(key):
    """Closes a file that nobody holds any more, as the module does when it collects it; an error has nobody to catch it."""
    host = _opened.pop(key, None)
    if host is not None:
        try:
            host.close()
        except OSError:
            pass


def open_file(seam, path, mode):
    """A file of the flash, as a stream."""
    if len(_opened) >= _MOST_FILES:
        _collect()
    host = seam.open(path, mode)
    binary = mode.rfind("b") > mode.rfind("t")
    file = object.__new__(FileIO if binary else TextIOWrapper)
    file._host, file._ahead, file._at = host, b"", 0
    file._key = _weakref.ref(file, _closing)
    _opened[file._key] = host
    return file


def _collect():
    """Makes room for one more, by collecting those that nobody holds any more as a module would; else OSError."""
    _device.interpreters("gc").collect()
    for key in list(_opened):
        if key() is None:  # its callback runs in a later step of the interpreter's
            _closing(key)
    if len(_opened) >= _MOST_FILES:
        raise OSError(_EMFILE)


def flush_files():
    """Commits what is left in files that a script has not closed; the module does it when it collects them."""
    for host in list(_opened.values()):
        host.flush()


def close_files():
    """Closes what a script has left open."""
    hosts = list(_opened.values())
    _opened.clear()
    for host in hosts:
        host.close()
