"""uos (os) - files and the system. Documentation: facts.md 10.5, 11.1 and 11.20.

Failures are OSError with one number: 2 ENOENT, 5 EIO, 13 EACCES, 17 EEXIST, 20 ENOTDIR, 21 EISDIR, 28 ENOSPC, 39 ENOTEMPTY.
"""

import posix as _posix

_FOLDER, _FILE = 0x4000, 0x8000
_ENODEV = 19
_BLOCK_BYTES, _NAME_MAX = 4096, 255
_absolute = _device.absolute
_UNAME = (
    ("sysname", "EC600S-CNLB"),
    ("nodename", "EC600S"),
    ("release", "1.13.0"),
    ("version", "v1.12 on 2020-06-23"),
    ("machine", "EC600S with QUECTEL"),
    ("qpyver", "V0001"),
)


def _mounted(path):
    """(file system, path in it) where a script has mounted one there."""
    return _device.mounts and _device.mounts.find(_absolute(path))


def _on_flash(function):
    """The call with a path of the device's, and with the firmware's exceptions: no text, no subclasses."""

    def call(path):
        mounted = _mounted(path)
        if mounted:
            return getattr(mounted[0], function.__name__)(mounted[1])
        try:
            return function(_absolute(path))
        except OSError as e:
            raise OSError(e.args[0]) from None

    return call


_chdir = _on_flash(_posix.chdir)
_listdir = _on_flash(_posix.listdir)
_mkdir = _on_flash(_posix.mkdir)
_remove = _on_flash(_posix.remove)
_rmdir = _on_flash(_posix.rmdir)
_stat = _on_flash(_posix.stat)


def getcwd():
    """getcwd() -> str, '/' at first."""
    return _device.cwd()


def chdir(path):
    """chdir(path)"""
    path = _absolute(path)
    _chdir(path)
    if _device.mounts:
        _device.mounts.cwd = path if _mounted(path) else None


def listdir(dir="."):
    """listdir([dir]) -> the names in a folder, by default the current one."""
    mounted = _mounted(dir)
    if mounted:
        return [entry[0] for entry in mounted[0].ilistdir(mounted[1])]
    names = _listdir(dir)
    return names + _device.mounts.names() if _device.mounts and _absolute(dir) == "/" else names


def ilistdir(dir="."):
    """ilistdir([dir]) -> an iterator of (name, type, 0, size); type 0x4000 for a folder, 0x8000 for a file."""
    mounted = _mounted(dir)
    if mounted:
        yield from mounted[0].ilistdir(mounted[1])
        return
    for name in listdir(dir):
        mode, size = _mode_and_size(dir + "/" + name)
        yield name, mode, 0, size


def mkdir(path):
    """mkdir(path)"""
    _mkdir(path)


def remove(path):
    """remove(path): a file, or an empty folder: littlefs makes no difference."""
    if _is_folder(path):
        _rmdir(path)
    else:
        _remove(path)


def _is_folder(path):
    """Whether this is a folder in a file system, and none that a file system is mounted at."""
    try:
        return _mode_and_size(path)[0] == _FOLDER and _absolute(path).count("/") > 1
    except OSError:
        return False


unlink = remove


def rmdir(path):
    """rmdir(path): an empty folder."""
    _rmdir(path)


def rename(old_path, new_path):
    """rename(old_path, new_path): a file that is at new_path is replaced."""
    mounted = _mounted(old_path)
    if mounted:
        mounted[0].rename(mounted[1], _mounted(new_path)[1])
        return
    _host.rename(_absolute(old_path), _absolute(new_path))


def stat(path):
    """stat(path) -> (mode, 0, 0, 0, 0, 0, size, time, time, time); mode 0x4000 for a folder, 0x8000 for a file."""
    mounted = _mounted(path)
    if mounted:
        return (_FOLDER, *[0] * 9) if mounted[1] == "/" else tuple(mounted[0].stat(mounted[1]))
    times = _stat(path)[7:10]
    mode, size = _mode_and_size(path)
    return (mode, 0, 0, 0, 0, 0, size, *times)


def _mode_and_size(path):
    found = stat(path) if _mounted(path) else _stat(path)
    is_folder = found[0] & 0xF000 == _FOLDER
    return (_FOLDER, 0) if is_folder else (_FILE, found[6])


def statvfs(path):
    """statvfs(path) -> (block size, block size, blocks, free, free, 0, 0, 0, 0, longest name)."""
    _stat(path)
    blocks, used = _host.blocks(_absolute(path))
    free = max(0, blocks - used)
    return _BLOCK_BYTES, _BLOCK_BYTES, blocks, free, free, 0, 0, 0, 0, _NAME_MAX


def mount(vfs_obj, path, readonly=False):
    """mount(vfs_obj, path): puts a file system at /NAME. OSError 1 where there is something, or for another path.

    vfs_obj is what VfsFat() and so on give, or an object of the script's own with MicroPython's methods of a file system. What is
    mounted is gone after a soft reset. One of VfsFat() and so on is writable whatever readonly is.
    """
    path = _absolute(path)
    if path.count("/") != 1 or path == "/" or path[1:] in _listdir("/"):
        raise OSError(1)
    if isinstance(vfs_obj, _Medium):
        _host.mount(path, vfs_obj._medium)
        return
    if _device.mounts is None:
        _device.mounts = _device.library("flash/mounts").Mounts()
    _device.mounts.add(vfs_obj, path)


def umount(path):
    """umount(path): takes it away again. OSError 22 where nothing was mounted."""
    path = _absolute(path)
    if _host.unmount(path):
        if getcwd() == path or getcwd().startswith(path + "/"):
            _posix.chdir("/")
        return
    if _device.mounts is None:
        raise OSError(22)
    _device.mounts.remove(path)


class _Medium:
    """A storage beside the module's own flash, for mount(). It is of as many blocks as [board] of qpy.toml says."""


class VfsFat(_Medium):
    """VfsFat(spi_port, spimode, spiclk, spics) -> an SD card at SPI pins; OSError 19 where there is none.

    The module gets stuck there, as its documentation says. spimode, spiclk and spics change nothing here. [board.sd] of qpy.toml
    connects a card. What a card holds is counted in blocks of 4 KB, which is a guess.
    """

    def __init__(self, spi_port, spimode, spiclk, spics):
        self._medium = _host.card(spi_port)


class VfsSd(_Medium):
    """VfsSd("sd_fs") -> an SD card in a slot; OSError 19 where there is none (the number is a guess)."""

    def __init__(self, s="sd_fs"):
        self._medium = _host.slot()

    def set_det(self, GPIOn, mode):
        """set_det(GPIOn, mode) -> 0, or -1: uos.set_det()."""
        return set_det(GPIOn, mode)

    def set_callback(self, fun):
        """set_callback(fun) -> 0: uos.set_callback()."""
        return set_callback(fun)


class VfsLfs1(_Medium):
    """VfsLfs1(readsize, progsize, lookahead, pname, spi_port, spi_clk) -> littlefs on a flash chip; OSError 19 where there is none.

    pname is "ext_fs"; "customer_fs" and "customer_backup_fs" are the module's own, which /usr and /bak are. A new chip is
    formatted (guessed). The other numbers change nothing here. [board.ext_fs] of qpy.toml connects a chip.
    """

    def __init__(self, readsize, progsize, lookahead, pname, spi_port, spi_clk):
        self._medium = _host.partition(pname, spi_port)


class VfsLfs2(VfsLfs1):
    """VfsLfs2(readsize, progsize, lookahead, pname, spi_port, spi_clk): as VfsLfs1, with newer firmware's littlefs (guessed)."""


def VfsEmmc(reserved):
    """VfsEmmc(reserved), an eMMC chip: OSError 19, there is none."""
    raise OSError(_ENODEV)


for _each in _host.gpios():
    setattr(VfsSd, "GPIO%d" % _each, _each)


def set_det(GPIOn, mode):
    """set_det(GPIOn, mode) -> 0: the pin that tells of an SD card; with mode 0 it is low while a card is there, with 1 high.

    -1 for another mode, or a pin that the module lacks (guessed).
    """
    if mode not in (0, 1) or GPIOn not in _host.gpios():
        return -1
    _host.detect()
    return 0


def set_callback(fun):
    """set_callback(fun) -> 0. fun(1) when an SD card is put in, fun(0) when it is taken out, once set_det() has named the pin."""
    if not callable(fun):
        raise TypeError("'%s' object isn't callable" % type(fun).__name__)
    _host.onCard(fun)
    return 0


class _Names(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])
    qpyver = property(lambda self: self[5])


class _Uname(_Names):
    def __repr__(self):
        return "(%s)" % ", ".join(["%s=%r" % (name, value) for (name, _), value in zip(_UNAME, self)])


def uname():
    """uname() -> six strings: 'sysname=…', 'nodename=…', 'release=…', 'version=…', 'machine=…', 'qpyver=…'.

    Newer MicroPython's has the names as attributes too.
    """
    return _Names([name + "=" + value for name, value in _UNAME])


def uname2():
    """uname2() -> the same values as a named tuple."""
    return _Uname([value for _, value in _UNAME])


def urandom(n):
    """urandom(n) -> n random bytes. ValueError for less than none."""
    if n < 0:
        raise ValueError
    return _host.draw(n)
