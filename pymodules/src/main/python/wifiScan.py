"""wifiScan - the access points around the module. Documentation: facts-board.md B10.4, B10.5, B23.21.

Which there are, [board.wifi] of qpy.toml says, or a test (qpytest.gnss.wifi).
"""

_RANGES = (range(4, 61), range(1, 4), range(4, 31), range(2))  # seconds, rounds, access points, priority
_OFF = "WiFi-Scan is not enabled."


def support():
    """support() -> whether the module can scan."""
    return _host.isSupported()


def control(option, /):
    """control(1) -> 0: scanning is possible; control(0) -> 0: it is not. -1 on a module that cannot scan, ValueError for another value."""
    if option not in (0, 1):
        raise ValueError("invalid value, option should be 0 or 1.")
    if not support():
        return -1
    _host.turn(option == 1)
    return 0


def getState():
    """getState() -> whether scanning is possible."""
    return _host.isOn()


def setCfgParam(timeout, round, maxNums, priority=0, /):
    """setCfgParam(timeout, round, maxNums[, priority]) -> 0: 4 to 60 s, 1 to 3 rounds, 4 to 30 access points, priority 0 or 1; -1 for others."""
    values = [timeout, round, maxNums, priority]
    if not all(value in allowed for value, allowed in zip(values, _RANGES)):
        return -1
    _host.set([int(each) for each in values])
    return 0


def getCfgParam():
    """getCfgParam() -> (timeout, round, maxNums, priority)."""
    return tuple(_host.settings())


def setConfig(timeout, round, maxNums, scantime=0, priority=0, /):
    """setConfig(timeout, round, maxNums, scantime, priority) -> 0, as setCfgParam(), by the firmware's name. scantime changes nothing."""
    return setCfgParam(timeout, round, maxNums, priority)


def getConfig():
    """getConfig() -> (timeout, round, maxNums, priority), by the firmware's name."""
    return getCfgParam()


def _pairs(found):
    pairs = list(zip(found[::2], found[1::2]))
    return pairs.__len__(), pairs


def _require_on():
    if not getState():
        raise ValueError(_OFF)


def start():
    """start() -> (how many, [(address, dBm), ...]), after the scan. ValueError while scanning is not possible."""
    _require_on()
    return _pairs(_host.scan())


def setCallback(fun, /):
    """setCallback(fun) -> 0: asyncStart() calls fun((how many, [(address, dBm), ...])). TypeError for what is no function."""
    if not callable(fun):
        raise TypeError("'%s' object isn't callable" % type(fun).__name__)
    _host.watch(lambda found: fun(_pairs(found)))
    return 0


def asyncStart():
    """asyncStart() -> 0: the scan begins, and the function is called when it ends; -1 without one, and while another scan runs.

    ValueError while scanning is not possible.
    """
    _require_on()
    return 0 if _host.scanLater() else -1
