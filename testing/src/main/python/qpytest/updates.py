"""qpytest.updates - files for the device to fetch, and packages of firmware."""

_bytes = _device.library("qpytest/waiting")._bytes
_SERVER = "http://updates.qpy.test"
_SIZE = 16384  # bytes
_pack = _host.verbs("fota").pack
_http = _host.http()


class Updates:
    """What the sandbox's web servers have for an update over the air."""

    def serve(self, path, content):
        """serve("/app.py", content) -> its URL: the sandbox has this file from now on, and the rest of it for a Range header.

        http.truncate("/app.py", ...) and http.respond() come first, once.
        """
        _http.serve(path, _bytes(content))
        return _SERVER + path

    def firmware(self, version, size=_SIZE):
        """firmware("EC600SCNLAR01A02M08") -> the bytes of a package for fota: modem.getDevFwVersion() is this version after the next start."""
        return _pack(version, bytes(range(256)) * (size // 256))
