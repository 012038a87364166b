"""app_fota - new versions of a script's files. Documentation: facts-board.md B11.20, B11.23.

    fota = app_fota.new()
    fota.download("http://example.com/app.py", "/usr/app.py")
    fota.set_update_flag()
    Power.powerRestart()
"""

import app_fota_download as _waiting
import app_fota_updater as _updater


class _Mount:
    """Where newer firmware keeps what waits; here it is in /usr, whose paths begin with nothing."""

    fota_dir = ""


class new:
    """new() -> fetches files, and has the next start put them in their places."""

    def __init__(self):
        self.app_fota_pkg_mount = _Mount()

    def download(self, url, file_name, headers=None):
        """download(url, file_name[, headers]) -> 0; -1 where it has not come whole. file_name is the path that it will have."""
        return _waiting.download(url, file_name, headers)

    def bulk_download(self, info=None, headers=None):
        """bulk_download([{"url": url, "file_name": path}, ...]) -> None when all have come; else the list of those that have not."""
        return _waiting.bulk_download(info, headers)

    def set_update_flag(self):
        """set_update_flag(): the next start puts them in their places."""
        _waiting.set_update_flag()

    def update(self):
        """update(): puts them in their places at once, where the flag is set."""
        _updater.update()
