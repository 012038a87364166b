"""app_fota_download - new versions of a script's files, fetched and kept until the next start. Documentation: facts-board.md B11.20 to B11.23.

A file waits as /usr/.updater/<its path>, and download.stat beside it has what was asked for. app_fota_updater puts them in their places.
"""

import ql_fs as _ql_fs
import request as _request
import ujson as _ujson
import uos as _uos

updater_dir = "/usr/.updater"
download_stat_file = "/usr/.updater/download.stat"
update_flag_file = "/usr/.updater/update.flag"

_UNKNOWN = "unknown"  # the size of a file that has not come whole
_PIECE_BYTES = 4096
_OK, _PARTIAL = 200, 206


def get_updater_dir():
    """get_updater_dir() -> the folder in which files wait."""
    return updater_dir


def get_download_stat_file():
    """get_download_stat_file() -> the path of the list of what was asked for."""
    return download_stat_file


def get_update_flag_file():
    """get_update_flag_file() -> the path of the file that tells the next start to put them in their places."""
    return update_flag_file


def get_download_stat():
    """get_download_stat() -> a list of {"url", "name", "total_size"}; None before a file was asked for. "unknown" is the size of one that has not come whole."""
    try:
        with open(download_stat_file) as file:
            return _ujson.loads(file.read())
    except (OSError, ValueError):
        return None


def _stat_of(stats, file_name):
    for each in stats:
        if each["name"].lower() == file_name.lower():
            return each


def _write_stats(stats):
    _ql_fs.mkdirs(updater_dir)
    with open(download_stat_file, "w") as file:
        file.write(_ujson.dumps(stats))


def update_download_stat(url, file_name, total_size):
    """update_download_stat(url, file_name, total_size): notes a file that waits; for one that a script has put there itself, too."""
    stats = get_download_stat() or []
    known = _stat_of(stats, file_name)
    if known is None:
        known = {"name": file_name}
        stats.append(known)
    known["url"], known["total_size"] = url, total_size
    _write_stats(stats)


def delete_update_file(file_name):
    """delete_update_file(file_name): takes a file off the list."""
    stats = get_download_stat() or []
    _write_stats([each for each in stats if each["name"].lower() != file_name.lower()])


def _is_of_usr(file_name):
    """Whether a name means a file of /usr. One without a folder lies in /usr/.updater: a script's own package."""
    parts = []
    for part in file_name.split("/"):
        if part == "..":
            if not parts:
                return False
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return bool(parts) and (not file_name.startswith("/") or (parts[0] == "usr" and parts.__len__() > 1))


def _refuse(line):
    _device.say("update", line)
    return -1


def _waiting(path):
    """How many bytes of a file have come."""
    return _ql_fs.path_getsize(path) if _ql_fs.path_exists(path) else 0


def download(url, file_name, headers=None, ipvtype=0, username=None, password=None, ext_enable=False, spi_port=None,
             spi_clk=None, dl_location=None):  # fmt: skip
    """download(url, file_name[, headers]) -> 0: the file waits; -1: it has not come whole. Called again, it goes on where it stopped.

    username, password: for Basic authentication. ipvtype changes nothing, and so does what follows it: a module's external flash is not there.
    -1 too, and a line on the PC, for a file that is not of /usr.
    """
    if not _is_of_usr(file_name):
        return _refuse("the update of '%s' is refused: an update has files of /usr alone" % file_name)
    path = updater_dir + "/" + file_name
    _ql_fs.mkdirs(_ql_fs.path_dirname(path))
    known = _stat_of(get_download_stat() or [], file_name)
    there = _waiting(path) if known else 0
    if known and there == known["total_size"]:
        return 0
    update_download_stat(url, file_name, _UNKNOWN)
    try:
        answer = _request.get(url, headers=dict(headers or {}, Range="bytes=%d-" % there), decode=False,
                              sizeof=_PIECE_BYTES, username=username, password=password)  # fmt: skip
    except (OSError, RuntimeError, ValueError, IndexError):
        return -1  # request has said why
    try:
        return _keep(answer, url, file_name, path, there)
    except OSError:
        return -1
    finally:
        answer.close()


def _keep(answer, url, file_name, path, there):
    if answer.status_code not in (_OK, _PARTIAL):
        return _refuse("the update of '%s' has not come: %s answers %d" % (file_name, url, answer.status_code))
    there = there if answer.status_code == _PARTIAL else 0
    wanted = _length(answer.headers)
    came = 0
    with open(path, "ab" if there else "wb") as file:
        for piece in answer.content:
            file.write(piece)
            came += piece.__len__()
    if wanted is not None and came != wanted:
        return _refuse("the update of '%s' broke off: %d of %d bytes came" % (file_name, there + came, there + wanted))
    update_download_stat(url, file_name, there + came)
    return 0


def _length(headers):
    """How long an answer's body is; None where its head does not say."""
    for name, value in headers.items():
        if name.lower() == "content-length":
            return int(value)


def bulk_download(info=None, headers=None):
    """bulk_download([{"url": url, "file_name": path}, ...]) -> None when all wait; else the list of those that have not come."""
    failed = [each for each in info or [] if download(each["url"], each["file_name"], headers) != 0]
    return failed or None


def set_update_flag():
    """set_update_flag(): the next start puts what waits in its places, before /usr/main.py begins."""
    _ql_fs.mkdirs(updater_dir)
    with open(update_flag_file, "wb"):
        pass
