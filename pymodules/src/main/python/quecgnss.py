"""quecgnss - the module's own receiver of satellites. Documentation: facts-board.md B9.1 to B9.6.

Where the module is, `gnss` of qpy.toml's [board] says, or a test (qpytest.gnss).
"""

_SYSTEMS, _KINDS = 0, 1  # settings; the others are 0 or 1
_KNOWN_SYSTEMS = (0, 1, 3, 4, 5, 6, 7)
_LAST = 4

if _host.modelWithout():
    _device.say("no-module", "the %s has no receiver of satellites, and no quecgnss" % _host.modelWithout())
    raise ImportError("no module named 'quecgnss'")


def init():
    """init() -> 0: the receiver is on; -1 where it is on already."""
    if _host.isOn():
        return -1
    _host.turn(True)
    return 0


def get_state():
    """get_state() -> 0 off, 2 it is on. 1, its firmware is updated, does not come here."""
    return 2 if _host.isOn() else 0


def gnssEnable(opt):
    """gnssEnable(0 or 1) -> 0: the receiver is off or on; -1 for another value."""
    if opt not in (0, 1):
        return -1
    _host.turn(opt == 1)
    return 0


def read(size):
    """read(size) -> (how many, bytes): sentences, which may begin and end amid one; at most 4096 bytes are kept. -1 while it is off.

    Waits for some up to half a second: that it is so long is guessed.
    """
    if not isinstance(size, int):
        raise TypeError("can't convert %s to int" % type(size).__name__)
    if not _host.isOn() or size <= 0:
        return -1
    data = _host.read(size)
    return data.__len__(), data


def configSet(config_type, config_value):
    """configSet(0, systems) -> 0: 0 GPS, 1 and BeiDou, 3 to 6 others with GPS, 7 BeiDou; of these GPS and BeiDou are received here.

    configSet(1, kinds): the sum of 1 GGA, 2 RMC, 4 GSV, 8 GSA, 16 VTG, 32 GLL. 2 AGPS, 3 APFLASH, 4 backup supply: 0 or 1. -1 for others.
    """
    if config_type == _SYSTEMS:
        good = config_value in _KNOWN_SYSTEMS
    elif config_type == _KINDS:
        good = config_value in range(64)
    else:
        good = config_type in range(_LAST + 1) and config_value in (0, 1)
    if not good:
        return -1
    _host.set(int(config_type), int(config_value))
    return 0


def configGet(config_type):
    """configGet(type) -> the value; -1 for another type than 0 to 4."""
    return _host.setting(int(config_type)) if config_type in range(_LAST + 1) else -1


def setPriority(Priority):
    """setPriority(0 or 1) -> 0: satellites before the network's radio, or after it; -1 for another value. Both work at once here."""
    if Priority not in (0, 1):
        return -1
    _host.setPriority(int(Priority))
    return 0


def getPriority():
    """getPriority() -> 0 satellites first, 1 the network's radio first."""
    return _host.priority()
