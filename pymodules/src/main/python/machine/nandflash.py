"""machine.NANDFLASH - a NAND flash memory with yaffs. Documentation: facts-board.md B2.120.

Its names are known, and what open(), listdir() and exist() give; all else is guessed: 0, a count or -1 where it fails.
"""

_buffers = _device.library("dialect/buffers")
_nand = _host.nand()


def _needed():
    if not _nand.isThere():
        error = ValueError("nand flash is not initialized")
        error.hint = "no-medium", "no NAND flash memory is connected; one is in qpy.toml: [board.nand] size = 128"
        raise error
    return _nand


def _path(name):
    """The whole path of a name, seen from the current folder."""
    parts = []
    for part in (name if name.startswith("/") else _nand.folder() + "/" + name).split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/" + "/".join(parts)


class NANDFLASH:
    """The files of a NAND flash memory on SPI. Without one, which [board.nand] of qpy.toml connects, each call is a ValueError.

    Paths are its own, "/" its root. Files are known by numbers. The vendor documents none of it.
    """

    @staticmethod
    def open(name, mode):
        """open(name, mode) -> the number of the open file; -1 where it fails. mode is "r", "w" or "a", with "+" for both."""
        return _needed().open(_path(name), mode)

    @staticmethod
    def close(id):
        """close(id) -> 0, or -1."""
        return _needed().close(id)

    @staticmethod
    def read(buf, size, id):
        """read(buf, size, id) -> how many bytes were put into buf, at most size; 0 at the end, -1 where it fails."""
        view = _buffers.writable(buf)
        data = _needed().read(id, min(max(0, size), view.nbytes))
        if data is None:
            return -1
        view[: len(data)] = data
        return len(data)

    @staticmethod
    def write(buf, size, id):
        """write(buf, size, id) -> how many bytes were written, the first size of buf; -1 where there is no room."""
        return _needed().write(id, _buffers.octets(buf)[: max(0, size)])

    @staticmethod
    def seek(id, off, whence):
        """seek(id, off, whence) -> 0, or -1. whence is 0 for the begin, 1 for the place, 2 for the end."""
        return _needed().seek(id, off, whence)

    @staticmethod
    def remove(name):
        """remove(name) -> 0, or -1: a file."""
        return _needed().remove(_path(name), False)

    @staticmethod
    def rename(old, new):
        """rename(old, new) -> 0, or -1."""
        return _needed().rename(_path(old), _path(new))

    @staticmethod
    def filesize(name):
        """filesize(name) -> in bytes, or -1."""
        return _needed().size(_path(name))

    @staticmethod
    def mkdir(name):
        """mkdir(name) -> 0, or -1."""
        return _needed().makeFolder(_path(name))

    @staticmethod
    def rmdir(name):
        """rmdir(name) -> 0, or -1: an empty folder."""
        return _needed().remove(_path(name), True)

    @staticmethod
    def getcwd():
        """getcwd() -> "/" at first."""
        return _needed().folder()

    @staticmethod
    def chdir(name):
        """chdir(name) -> 0, or -1 where there is no such folder."""
        return _needed().enter(_path(name))

    @staticmethod
    def freesize():
        """freesize() -> bytes that are free."""
        return _needed().free()

    @staticmethod
    def format():
        """format() -> 0: all files are gone."""
        return _needed().format()

    @staticmethod
    def listdir(dir="."):
        """listdir([dir]) -> the names in one str, a space between them; -1 where there is no such folder."""
        names = _needed().list(_path(dir))
        return -1 if names is None else " ".join(names)

    @staticmethod
    def exist(name):
        """exist(name) -> 1, or 0."""
        return 1 if _needed().exists(_path(name)) else 0

    @staticmethod
    def sync():
        """sync() -> 0: what was written stays."""
        return _needed().sync()
