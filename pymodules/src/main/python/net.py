"""net - the cellular network. Documentation: facts.md 10.6. Calls that set something return 0, or -1 where they failed.

The cell and the operator are those of the vendor's sample values.
"""

import dataCall as _dataCall
import utime as _utime

_MCC, _MNC, _LAC, _CELL, _PHYSICAL_CELL = "460", "01", 26909, 232301323, 466
_EARFCN = 1650
_LTE, _NO_ACCESS = 7, 10
_OPERATOR = ("CHN-UNICOM", "UNICOM")
_MODES = range(33)
_RAT_LTE = 3
_FULL_FUNCTION = 1
_UNKNOWN_CSQ = 99

_DATA_REGISTRATION = 1  # the event's number on the module is in no source that facts.md has
_SHORTEST_TIMEOUT, _LONGEST_TIMEOUT = 5, 3600

_settings = _host.settings()


def csqQueryPoll():
    """csqQueryPoll() -> signal quality, 0 to 31, 99 unknown."""
    return _host.csq()


def getState():
    """getState() -> ([voice], [data]), each [state, lac, cid, access technology, reject cause, psc]; -1 unknown.

    state: 0 not registered, 1 home, 2 searching, 3 denied, 4 unknown, 5 roaming … 11 emergency only.
    """
    state = _host.registration()
    if state == -1:
        return -1
    place = [_LAC, _CELL, _LTE] if _host.registered() else [0, 0, _NO_ACCESS]
    return [state, *place, 0, 0], [state, *place, 0, 0]


def getModemFun():
    """getModemFun() -> 0 off, 1 full function, 4 radio off."""
    return _host.function()


def setModemFun(fun, rst=0):
    """setModemFun(fun, rst=0) -> 0. fun 0, 1 or 4; with 0 and 4 nothing passes until it is 1 again. ValueError else.

    A restart of the module brings it back to 1. With rst=1 the module restarts at once, and fun counts after that.
    """
    if fun not in (0, 1, 4) or rst not in (0, 1):
        raise ValueError("invalid value, fun should be 0, 1 or 4, and rst 0 or 1.")
    if rst:
        _host.restartWith(int(fun))
        raise SystemExit(0)
    _host.setFunction(int(fun))
    return 0


def operatorName():
    """operatorName() -> (long name, short name, mcc, mnc), or -1 where not registered."""
    return _OPERATOR + (_MCC, _MNC) if _host.registered() else -1


def getNetMode():
    """getNetMode() -> (0 automatic, mcc, mnc, access technology), or -1 where not registered."""
    return (0, _MCC, _MNC, _LTE) if _host.registered() else -1


def getConfig():
    """getConfig() -> (mode, roaming), (8, False) on a new device."""
    return _settings.mode(), _settings.roaming()


def setConfig(mode, roaming=None):
    """setConfig(mode, roaming) -> 0. mode 0 to 32, ValueError else."""
    if mode not in _MODES:
        raise ValueError("invalid value, mode should be in [0, 32].")
    _settings.network(int(mode), _settings.roaming() if roaming is None else bool(roaming))
    return 0


def getSignal(sinrEnable=0):
    """getSignal(sinrEnable=0) -> ([rssi, ber, rscp, ecno], [rssi, rsrp, rsrq, cqi]), dBm; with 1, sinr after cqi."""
    csq = _host.csq()
    if csq == _UNKNOWN_CSQ:
        lte = [99, 99, 99, 255]
    else:
        rssi = -113 + 2 * csq
        lte = [rssi, rssi - 25, -5, 255]
    return [99, 99, 255, 255], lte + [18] if sinrEnable else lte


def getCellInfo(sinrEnable=0):
    """getCellInfo() -> ([GSM], [UMTS], [LTE]); an LTE cell is (0, cid, mcc, mnc, pci, tac, earfcn, rssi, rsrq).

    -1 where the radio is off or there is no signal.
    """
    if _host.function() != _FULL_FUNCTION or _host.csq() == _UNKNOWN_CSQ:
        return -1
    rssi = -113 + 2 * _host.csq()
    cell = (0, _CELL, int(_MCC), int(_MNC), _PHYSICAL_CELL, _LAC, _EARFCN, rssi, -5)
    return [], [], [cell + (18,) if sinrEnable else cell]


def currentCellInfo(timeout=20):
    """currentCellInfo(timeout=20) -> [(1, cid, mcc, mnc, pci, tac, earfcn, rssi, rsrq)], or -1. timeout 5 to 3600 seconds."""
    if not _SHORTEST_TIMEOUT <= timeout <= _LONGEST_TIMEOUT:
        raise ValueError("invalid value, timeout should be in [5,3600].")
    cells = getCellInfo()
    return -1 if cells == -1 or not _host.registered() else [(1,) + cells[2][0][1:]]


def getServingCi():
    """getServingCi() -> the id of the cell, or -1 where not registered."""
    return _registered(_CELL)


def getCi():
    """getCi() -> [id, ...] of the cells, or -1 where not registered."""
    return _registered([_CELL])


def getServingMnc():
    """getServingMnc() -> int, or -1 where not registered."""
    return _registered(int(_MNC))


def getMnc():
    """getMnc() -> [int, ...], or -1 where not registered."""
    return _registered([int(_MNC)])


def getServingMcc():
    """getServingMcc() -> int, or -1 where not registered."""
    return _registered(int(_MCC))


def getMcc():
    """getMcc() -> [int, ...], or -1 where not registered."""
    return _registered([int(_MCC)])


def getServingLac():
    """getServingLac() -> int, or -1 where not registered."""
    return _registered(_LAC)


def getLac():
    """getLac() -> [int, ...], or -1 where not registered."""
    return _registered([_LAC])


def _registered(value):
    return value if _host.registered() else -1


def nitzTime():
    """nitzTime() -> ("yy/mm/dd hh:mm:ss zone dst" in UTC, Unix seconds, leap seconds), or -1 where not registered."""
    if not _host.registered():
        return -1
    zone = _utime.getTimeZone()
    seconds = _utime.mktime(_utime.localtime()) - (zone - 8) * 3600
    year, month, day, hour, minute, second = _utime.localtime(seconds - 8 * 3600)[:6]
    date = "%02d/%02d/%02d %02d:%02d:%02d" % (year % 100, month, day, hour, minute, second)
    return "%s %d 0" % (date, zone), seconds, 0


def getApn(*args):
    """getApn(simid=0) -> the access point name of profile 1.
    getApn(pid, simid) -> (iptype, apn, username, password, authtype) of a profile.
    """
    if len(args) > 2:
        raise _arguments("1 or 2", args)
    return _dataCall.getPDPContext(args[0]) if len(args) == 2 else _dataCall.getPDPContext(1)[1]


def setApn(*args):
    """setApn(apn, simid=0) -> 0: the access point of profile 1.
    setApn(pid, iptype, apn, username, password, authtype, simid) -> 0: of a profile.
    """
    if len(args) == 7:
        return _dataCall.setPDPContext(*args[:6])
    if len(args) not in (1, 2):
        raise _arguments("2 or 7", args)
    ipType, _, username, password, authType = _dataCall.getPDPContext(1)
    return _dataCall.setPDPContext(1, ipType, args[0], username, password, authType)


def _arguments(wanted, given):
    return TypeError("function takes %s positional arguments but %d were given" % (wanted, len(given)))


def setCallback(handler):
    """setCallback(handler) -> 0. handler((event, state, lac, cid, access technology)) when the registration changes."""
    if not callable(handler):
        raise TypeError("'%s' object isn't callable" % type(handler).__name__)

    def registration(state):
        place = (_LAC, _CELL, _LTE) if _host.registered() else (0, 0, _NO_ACCESS)
        handler((_DATA_REGISTRATION, state) + place)

    _host.setRegistrationCallback(registration)
    return 0


def causeInfo(mode=None):
    """causeInfo() -> whether causes are reported, 0 or 1; causeInfo(mode) -> 0. ValueError for another mode."""
    if mode is None:
        return _settings.causeInfo()
    if mode not in (0, 1):
        raise ValueError("invalid value, mode should be 0 or 1.")
    _settings.setCauseInfo(int(mode))
    return 0


def getqRxlevMin(flag=0):
    """getqRxlevMin(flag=0) -> -1: this module does not tell. ValueError for a flag that is not 0 or 1."""
    if flag not in (0, 1):
        raise ValueError("invalid value, flag should be 0 or 1.")
    return -1


def _not_on_this_module(doc):
    """A call that other modules have an answer to, and an EC600S -1."""

    def call(*arguments):
        return -1

    call.__doc__ = doc
    return call


setBand = _not_on_this_module("setBand(netRat, gsmBand, bandTuple) -> -1: only the BG95 and the EG912N can.")
getBand = _not_on_this_module("getBand(netRat) -> -1: only the BG95 and the EG912N tell.")
bandRst = _not_on_this_module("bandRst() -> -1: only the EG912N can.")
getT3402 = _not_on_this_module("getT3402() -> -1: this module does not tell.")
getT3412 = _not_on_this_module("getT3412() -> -1: this module does not tell.")
getT3324 = _not_on_this_module("getT3324() -> -1: this module does not tell.")
getTeDRX = _not_on_this_module("getTeDRX() -> -1: this module does not tell.")
getTPTW = _not_on_this_module("getTPTW() -> -1: this module does not tell.")
getRejectCause = _not_on_this_module("getRejectCause() -> -1: this module does not tell.")
