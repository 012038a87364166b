"""app_fota_updater - puts the files that app_fota has fetched in their places; a start does it. Documentation: facts-board.md B11.21, B11.22."""

import app_fota_download as _waiting
import ql_fs as _ql_fs
import uos as _uos


def update():
    """update() -> 0; -1 where nothing waits, or it fails. The power may go at any time: the next start goes on with what is left.

    Prints the list twice, as the firmware does. A list with a file that is not of /usr changes nothing.
    """
    if not _ql_fs.path_exists(_waiting.update_flag_file):
        return -1
    stats = _waiting.get_download_stat()
    if stats is None:
        return -1
    try:
        return _apply(stats)
    except (OSError, KeyError, TypeError, AttributeError):
        return -1


def _apply(stats):
    print(stats)
    print(stats)
    strangers = [each["name"] for each in stats if not _waiting._is_of_usr(each["name"])]
    if strangers:
        return _waiting._refuse("the update changes nothing: '%s' is not of /usr" % strangers[0])
    for place in range(stats.__len__()):
        _put(stats[place])
        _waiting._write_stats(stats[place + 1:])
    _uos.remove(_waiting.update_flag_file)
    _ql_fs.rmdirs(_waiting.updater_dir)
    return 0


def _put(stat):
    """Replaces one file, in one step."""
    name = stat["name"]
    source = _waiting.updater_dir + "/" + name
    if not _ql_fs.path_exists(source):
        return
    size = _ql_fs.path_getsize(source)
    if size != stat["total_size"]:
        _device.say("update", "the update has put %d bytes of '%s' in place, of %s: its download had not ended" % (size, name, stat["total_size"]))
    _ql_fs.mkdirs(_ql_fs.path_dirname(name))
    with open(source, "rb") as new, open(name, "wb") as old:
        piece = new.read(_waiting._PIECE_BYTES)
        while piece:
            old.write(piece)
            piece = new.read(_waiting._PIECE_BYTES)
