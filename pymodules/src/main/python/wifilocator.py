"""wifilocator - where the module is, by the access points around it. Documentation: facts-board.md B10.3.

No server is asked: the place is that of `gnss` in qpy.toml's [board], or a test's (qpytest.gnss), some metres off.
"""

_SERVER = "www.queclocator.com"
_TOKEN_LENGTH, _SECONDS = 16, 30


class wifilocator:
    """wifilocator(token) -> asks the vendor's server."""

    def __init__(self, token):
        self._token = token

    def getwifilocator(self):
        """getwifilocator() -> (longitude, latitude, accuracy in m); -1 not registered or no packet data, -2 a token that has not 16 characters, -3 the request failed, which it prints."""
        if not _host.isRegistered() or not _host.isConnected(1):
            return -1
        if not isinstance(self._token, str) or self._token.__len__() != _TOKEN_LENGTH:
            return -2
        if not _host.ask(_SERVER, _SECONDS * 1000):
            print("Wifi locator Get the coordinate error:no answer ")
            return -3
        longitude, latitude, accuracy = _host.byAccessPoints()
        return longitude, latitude, int(accuracy)
