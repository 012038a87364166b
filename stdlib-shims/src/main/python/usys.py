"""usys (sys) - the interpreter. Values as the firmware of the documentation's generation has them: facts.md 11.22."""

import sys as _sys

argv = list(_device.argv)
path = _device.search_path
modules = _device.script_modules
_EINVAL = 22

platform = "EC600S"
version = "3.4.0"
version_info = (3, 4, 0)
byteorder = "little"
maxsize = 0x7FFFFFFF


class FileIO:
    """stdin.buffer, stdout.buffer, stderr.buffer: the console's bytes.

    read() and readinto() wait for all that they are asked for. As any stream of the firmware it takes a str for its UTF-8.
    """

    def __init__(self, fileno):
        self._fileno = fileno

    def __repr__(self):
        return "<io.FileIO %d>" % self._fileno

    def fileno(self):
        return self._fileno

    def read(self, n=-1):
        read = bytearray()
        while n < 0 or len(read) < n:
            some = _host.read(4096 if n < 0 else n - len(read))
            if not some:
                break
            read += some
        return bytes(read)

    def readinto(self, buf, n=None):
        read = self.read(len(buf) if n is None else min(n, len(buf)))
        buf[: len(read)] = read
        return len(read)

    def readline(self):
        line = bytearray()
        while not line.endswith(b"\n"):
            some = _host.read(1)
            if not some:
                break
            line += some
        return bytes(line)

    def write(self, data, n=None):
        data = data.encode() if isinstance(data, str) else bytes(data)
        data = data if n is None else data[:n]
        _sys.stdout.buffer.write(data)
        self.flush()
        return len(data)

    def flush(self):
        _sys.stdout.flush()

    def close(self):
        """close(): nothing; the console stays."""

    def ioctl(self, request, flags):
        """What uselect asks: 3 for what the console is ready for."""
        return ((flags & 1 if self._await_input(0) else 0) | flags & 4) if request == 3 else -22

    def _await_input(self, millis):
        return _host.awaitInput(millis)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass


class TextIOWrapper(FileIO):
    """stdin, stdout, stderr: the console as text, one port for all on the module. A line that is read may end with CR too."""

    def __init__(self, fileno):
        self._fileno = fileno
        self.buffer = FileIO(fileno)

    def __repr__(self):
        return "<io.TextIOWrapper %d>" % self._fileno

    def read(self, n=-1):
        text = self.buffer.read(n)
        while 0 <= n and _is_cut(text):
            text += self.buffer.read(1)
        return text.decode("utf-8", "surrogateescape").replace("\r", "\n")

    def readline(self):
        line = ""
        while not line.endswith("\n"):
            c = self.read(1)
            if not c:
                break
            line += c
        return line

    def readlines(self):
        return list(self)

    def readinto(self, buf, n=None):
        return self.buffer.readinto(buf, n)

    def __iter__(self):
        return iter(self.readline, "")

    def write(self, text):
        return self.buffer.write(text) if not isinstance(text, str) else _sys.stdout.write(text)


def _is_cut(text):
    """Whether a character of UTF-8 goes on after these bytes."""
    for back in range(1, min(3, len(text)) + 1):
        lead = text[-back]
        if lead >= 0xC0:
            return (2 if lead < 0xE0 else 3 if lead < 0xF0 else 4) > back
        if lead < 0x80:
            break
    return False


stdin, stdout, stderr = TextIOWrapper(0), TextIOWrapper(1), TextIOWrapper(2)


class _Implementation(tuple):
    name = property(lambda self: self[0])
    version = property(lambda self: self[1])
    mpy = property(lambda self: self[2])

    def __repr__(self):
        return "(name='%s', version=%r, mpy=%d)" % self


implementation = _Implementation(("micropython", (1, 13, 0), 10245))


def exit(*retval):
    """exit(retval=0): ends the script; on the PC, retval is the exit code."""
    raise SystemExit(*retval)


def atexit(func):
    """atexit(func) -> what was to be called before. func() is called when the main program has ended; MicroPython's on a PC."""
    previous, _device.at_exit = _device.at_exit, func
    return previous


def exc_info():
    """exc_info() -> (class, exception, None) of the exception that is being handled, else three None; MicroPython's on a PC."""
    kind, exception, _ = _sys.exc_info()
    return kind, exception, None


def print_exception(exc, file=stdout):
    """print_exception(exc, file=usys.stdout): the exception's traceback."""
    if not hasattr(file, "write"):
        raise OSError(_EINVAL)
    file.write(_device.traceback(exc))
