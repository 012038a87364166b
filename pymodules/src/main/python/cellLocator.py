"""cellLocator - where the module is, by the cells around it. Documentation: facts-board.md B10.1.

No server is asked: the place is that of `gnss` in qpy.toml's [board], or a test's (qpytest.gnss), some hundred metres off.
"""

_LONGEST_SERVER, _TOKEN_LENGTH, _MOST_SECONDS, _PROFILES = 255, 16, 300, 8
_BAD_SERVER, _BAD_TOKEN, _BAD_TIMEOUT, _NOT_CONNECTED, _FAILED = -2, -3, -4, -5, -6


def getLocation(serverAddr, port, token, timeout, profileID=1, /):
    """getLocation(server, port, token, timeout[, profile]) -> (longitude, latitude, accuracy in m); (0.0, 0.0, 0) where nothing is found.

    -2 a server's name of 255 characters or more, -3 a token that has not 16, -4 a timeout outside 1 to 300 s, -5 the profile's packet data is
    not up, -6 the request failed. ValueError for a profile outside 1 to 8. Waits for the answer.
    """
    for name, value in (("serverAddr", serverAddr), ("token", token)):
        if not isinstance(value, str):
            raise TypeError("can't convert '%s' object to str implicitly" % type(value).__name__)
    for value in (port, timeout, profileID):
        if not isinstance(value, int):
            raise TypeError("can't convert %s to int" % type(value).__name__)
    if not 1 <= profileID <= _PROFILES:
        raise ValueError("invalid value, profileIdx should be in [1,8].")
    if serverAddr.__len__() >= _LONGEST_SERVER:
        return _BAD_SERVER
    if token.__len__() != _TOKEN_LENGTH:
        return _BAD_TOKEN
    if not 1 <= timeout <= _MOST_SECONDS:
        return _BAD_TIMEOUT
    if not _host.isConnected(int(profileID)):
        return _NOT_CONNECTED
    if not _host.ask(str(serverAddr), timeout * 1000):
        return _FAILED
    longitude, latitude, accuracy = _host.byCells()
    return longitude, latitude, int(accuracy)
