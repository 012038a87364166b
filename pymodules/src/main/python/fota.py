"""fota - new firmware for the module: ``import fota; f = fota()``. Documentation: facts-board.md B11.1 to B11.7.

The module itself is callable: on the device its name is bound to the class. A package of qpytest.updates.firmware() changes what
modem.getDevFwVersion() says, at the next start; one of the vendor's is fetched, and changes nothing here.
"""

import _thread as _threads
import utime as _utime

_Module = type(_device.facades["fota"])
_buffers = _device.library("dialect/buffers")
_PIECE_BYTES = 4096
_FAILED, _BEGUN, _RUNNING, _DONE = -1, 0, 1, 2
_RESTART_MS = 250  # after the last call (B11.6)
_RESTARTS = ("EC600N", "EC800N", "EG912N", "EC600M", "EC800M", "EG810M")  # models that do so whatever is asked (B11.1)
_ONLY_BEGINS = _RESTARTS + ("BC25", "module")  # models whose call ends when the download has begun, and no model


class fota:
    """fota(reset_disable=0) -> the module's one updater; 1: it does not restart after a download. Other keywords are certificates' and change nothing."""

    _only = None

    def __new__(cls, reset_disable=0, *, key=None, cert=None, root_cert=None):
        if cls._only is None:
            cls._only = object.__new__(cls)
            cls._only._busy, cls._only._cancelled = False, False
        cls._only._restarts = not reset_disable or _host.modelName() in _RESTARTS
        return cls._only

    def httpDownload(self, *, url1=None, url2=None, callback=None):
        """httpDownload(url1=url, callback=fun) -> 0: the download has begun; -1 while another runs, and for a URL that is none.

        callback([status, progress]): 0 and 1 while it runs, 2 when all has come and is verified, -1 when it failed; progress in percent. Then
        the module restarts. On modules other than the EC600N, EC800N, EG912N, EC600M, EC800M, EG810M and BC25 the call takes as long as the
        download, and -1 is its failure, too (B11.2). url2 is the second part of an update in two stages, which has no callback.
        """
        if callback is not None and not callable(callback):
            raise TypeError("callback must be callable")
        for url in (url1, url2):
            if url is not None and not isinstance(url, str):
                raise TypeError("url must be a string")
        urls = [each for each in (url1, url2) if each]
        if not urls or self._busy:
            return -1
        self._busy, self._cancelled = True, False
        tell = callback if len(urls) == 1 else None
        if _host.modelName() not in _ONLY_BEGINS:
            return self._download(urls, tell)
        _threads.start_new_thread(self._download, (urls, tell))
        return 0

    def _download(self, urls, callback):
        def tell(status, progress):
            if callback is not None:
                _host.tell(lambda event: callback(event), status, progress)

        try:
            tell(_BEGUN, 0)
            progress = [0]
            good = all([self._fetch(each, tell, progress) for each in urls])
        finally:
            self._busy = False
        if not good:
            tell(_FAILED, progress[0])
            return -1
        tell(_DONE, 100)
        if self._restarts:
            _utime.sleep_ms(_RESTART_MS)
            _host.restart()
        return 0

    def _fetch(self, url, tell, progress):
        """Whether a package has come, and is good."""
        try:
            answer = _device.facade("request").get(url, decode=False, sizeof=_PIECE_BYTES)
        except (OSError, RuntimeError, ValueError, IndexError):
            return False  # request has said why
        try:
            size = _device.facade("app_fota_download")._length(answer.headers)
            if answer.status_code != 200 or not size:
                _device.say("update", "no package of firmware: %s answers %d" % (url, answer.status_code))
                return False
            _host.begin(size)
            for piece in answer.content:
                if self._cancelled or not _host.write(piece, size):
                    return False
                now = _host.written() * 100 // size
                if progress[0] < now < 100:
                    tell(_RUNNING, now)
                progress[0] = now
            return _host.verify()
        except OSError:
            return False
        finally:
            answer.close()

    def download_cancel(self):
        """download_cancel() -> 0: the download that runs fails; -1 where none does."""
        if not self._busy:
            return -1
        self._cancelled = True
        return 0

    def apn_set(self, fota_apn=None, ip_type=0, fota_user=None, fota_password=None):
        """apn_set(fota_apn=, ip_type=, fota_user=, fota_password=) -> 0: there is one network here. -1 for another ip_type than 0 and 1."""
        return 0 if ip_type in (0, 1) else -1

    def write(self, bytesData, file_size):
        """write(piece, file_size) -> 0: a piece of a package of so many bytes, which a script has from elsewhere; -1 for more than these."""
        piece = _buffers.octets(bytesData)
        return 0 if file_size > 0 and _host.write(piece, int(file_size)) else -1

    def flush(self):
        """flush() -> 0: what was written is in the flash; -1 before anything was."""
        return 0 if _host.written() else -1

    def verify(self):
        """verify() -> 0: the package is good, and takes effect at the next start; -1: it is not whole, or damaged."""
        try:
            return 0 if _host.verify() else -1
        except OSError:
            return -1


class _Callable(_Module):
    def __call__(self, *args, **kw):
        return fota(*args, **kw)


_device.facades["fota"].__class__ = _Callable
