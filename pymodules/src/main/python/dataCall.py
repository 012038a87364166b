"""dataCall - packet data. Documentation: facts.md 10.8. Calls that set something return 0, or -1 where they failed.

A device is switched on with profile 1 up, as the firmware dials at start. Profiles are 1 to 7; IP types 0 IPv4,
1 IPv6, 2 both; authentication 0 none, 1 PAP, 2 CHAP. The module keeps profiles when it restarts.
"""

import ujson as _ujson

_FIRST, _LAST = 1, 7
_APN_MAX, _CREDENTIAL_MAX = 63, 15
_IPV4, _IPV6, _BOTH = 0, 1, 2
_SAMPLE_DNS = ("58.242.2.2", "218.104.78.2")

_USER_APN = "/usr/user_apn.json"  # what setApn() keeps for the next start (facts.md 10.8, 11.4)
_SYSTEM = "/usr/system_config.json"
_FIELDS = ("pdp", "iptype", "apn", "user", "password", "authtype")

_profiles = _host.profiles()


def _integer(value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return int(value)


def _check_profile(profile):
    if not _FIRST <= _integer(profile) <= _LAST:
        raise ValueError("invalid value, profileIdx should be in [%d,%d]." % (_FIRST, _LAST))


def _check_ip_type(ipType):
    if _integer(ipType) not in (_IPV4, _IPV6, _BOTH):
        raise ValueError("invalid value, ipType should be in [0,2].")


def _short(value, most, name):
    """A text of at most so many bytes, from what the firmware takes as a buffer."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        value = bytes(value).decode("utf-8", "surrogateescape")
    if not isinstance(value, str):
        raise TypeError("object with buffer protocol required")
    if len(value.encode("utf-8", "surrogateescape")) > most:
        raise ValueError("invalid value, the length of %s should be no more than %d bytes." % (name, most))
    return value


def _checked(ipType, apn, username, password, authType):
    _check_ip_type(ipType)
    if _integer(authType) not in (0, 1, 2):
        raise ValueError("invalid value, authType should be in [0,2].")
    apn = _short(apn, _APN_MAX, "apn")
    username, password = _short(username, _CREDENTIAL_MAX, "username"), _short(password, _CREDENTIAL_MAX, "password")
    return int(ipType), apn, username, password, int(authType)


def setPDPContext(profileID, ipType, apn, username, password, authType):
    """setPDPContext(profileID, ipType, apn, username, password, authType) -> 0: for the next activate()."""
    _check_profile(profileID)
    _profiles.set(int(profileID), _checked(ipType, apn, username, password, authType))
    return 0


def getPDPContext(profileID):
    """getPDPContext(profileID) -> (ipType, apn, username, password, authType)."""
    _check_profile(profileID)
    return tuple(_profiles.get(int(profileID)))


def activate(profileID):
    """activate(profileID) -> 0, or -1 where the module is not registered."""
    _check_profile(profileID)
    return 0 if _host.activate(profileID) else -1


def deactivate(profileID):
    """deactivate(profileID) -> 0: nothing passes any more."""
    _check_profile(profileID)
    _host.deactivate(profileID)
    return 0


def start(profileidx, iptype=0, apn="", username="", password="", authtype=0, cur_simid=None):
    """start(profileidx, iptype=0, apn="", username="", password="", authtype=0) -> 0, or -1 where not registered."""
    _check_profile(profileidx)
    settings = _checked(iptype, apn, username, password, authtype)
    _profiles.set(int(profileidx), settings if settings[1] else settings[:1] + getPDPContext(profileidx)[1:])
    return activate(profileidx)


def stop(profileidx, iptype=0, cur_simid=None):
    """stop(profileidx, iptype) -> 0."""
    return deactivate(profileidx)


def setApn(profileidx, iptype, apn, username, password, authtype):
    """setApn(profileidx, iptype, apn, username, password, authtype) -> 0, or -1 where not registered.

    Connects as start() does, and keeps the access point in /usr/user_apn.json, with which the module connects at its
    next start.
    """
    _check_profile(profileidx)
    values = _checked(iptype, apn, username, password, authtype)
    shown = [str(int(profileidx)), str(values[0]), values[1], values[2], values[3], str(values[4])]
    with open(_USER_APN, "w") as file:
        file.write(_ujson.dumps(dict(zip(_FIELDS, shown))))
    return start(profileidx, *values)


def getApn(simid=0, profileidx=1):
    """getApn(simid[, profileidx]) -> the access point's name, of profile 1 if none is given; -1 for slot 1, which is empty."""
    _check_profile(profileidx)
    return getPDPContext(profileidx)[1] if _integer(simid) == 0 else -1


def recordApn(profileidx, iptype, apn, username, password, authtype, apntype=1):
    """recordApn(profileidx, iptype, apn, username, password, authtype, apntype) -> 0: for the next start of the module.

    apntype: 0 the operator's access point, 1 the user's.
    """
    _check_profile(profileidx)
    settings = _checked(iptype, apn, username, password, authtype)
    _integer(apntype)
    if settings[1]:
        _profiles.set(int(profileidx), settings)
    _profiles.automatic(int(profileidx), True)
    return 0


def startByUserApns():
    """startByUserApns() -> 0, or -1: connects with the access point of setApn(); -1 where none was set."""
    try:
        with open(_USER_APN) as file:
            stored = _ujson.load(file)
        values = [stored[field] for field in _FIELDS]
        profile, iptype, authtype = int(values[0]), int(values[1]), int(values[5])
    except (OSError, ValueError, KeyError, TypeError):
        return -1
    return start(profile, iptype, *values[2:5], authtype)


def setAutoActivate(profileID, enable):
    """setAutoActivate(profileID, enable) -> 0: whether the profile comes up by itself when the module starts."""
    _check_switch(profileID, enable)
    _profiles.automatic(int(profileID), bool(enable))
    return 0


def setAutoConnect(profileID, enable):
    """setAutoConnect(profileID, enable) -> 0. The simulated network comes back by itself with or without it."""
    return _check_switch(profileID, enable)


def _check_switch(profileID, enable):
    _check_profile(profileID)
    if enable not in (0, 1):
        raise ValueError("invalid value, enable should be 0 or 1.")
    return 0


def setAsynMode(mode):
    """setAsynMode(mode) -> 0. start() answers at once either way."""
    if mode not in (0, 1):
        raise ValueError("invalid value, mode should be 0 or 1.")
    return 0


def setDNSServer(profileID, simID, priDNS, secDNS):
    """setDNSServer(profileID, simID, priDNS, secDNS) -> 0: what getInfo() shows; names are looked up as before."""
    _check_profile(profileID)
    _profiles.setNameServers(int(profileID), _short(priDNS, 127, "priDNS"), _short(secDNS, 127, "secDNS"))
    return 0


setDnsserver = setDNSServer


def setCallback(fun):
    """setCallback(fun) -> 0. fun([profile, 1]) when packet data has come up, fun([profile, 0]) when it has ended."""
    if not callable(fun):
        raise TypeError("'%s' object isn't callable" % type(fun).__name__)
    _host.setContextCallback(fun)
    return 0


def getInfo(profileID, ipType):
    """getInfo(profileID, ipType) -> (profileID, ipType, [state, reconnect, ip, dns1, dns2]); ipType 2: two lists.

    state is 1 where the profile is up.
    """
    _check_profile(profileID)
    _check_ip_type(ipType)
    up, family = _host.isUp(profileID), getPDPContext(profileID)[0]
    lists = []
    if ipType != _IPV6:
        lists.append(_ipv4(profileID) if up and family != _IPV6 else [0, 0, "0.0.0.0", "0.0.0.0", "0.0.0.0"])
    if ipType != _IPV4:
        lists.append(_ipv6(profileID) if up and family != _IPV4 else [0, 0, "::", "::", "::"])
    return (profileID, ipType, *lists)


def _ipv4(profile):
    return [1, 0, "10.91.44.%d" % (176 + profile), *(_profiles.nameServers(int(profile)) or _SAMPLE_DNS)]


def _ipv6(profile):
    return [1, 0, "2001:db8::%d" % profile, "2001:db8::53", "2001:db8::54"]


# The names below are of 2026, from the list that the vendor checks a board with (facts-board.md B20.5). What they give is what the
# port of 2026 gives; it has not all that it lists.


def getPdpRange():
    """getPdpRange() -> (1, 7), the lowest and the highest profile. Of 2026, where the highest is 3."""
    return _FIRST, _LAST


def getAddressinfo(profileidx, iptype):
    """getAddressinfo(profileidx, iptype) -> ['00-00-00-00-00-00', '0.0.0.0', '0.0.0.0']; iptype 2: two lists. Of 2026.

    The port has no more to tell: a module's line has no hardware address, mask and gateway.
    """
    _check_profile(profileidx)
    _check_ip_type(iptype)
    lists = [["00-00-00-00-00-00", none, none] for none in ("0.0.0.0", "::")]
    return tuple(lists) if iptype == _BOTH else lists[iptype]


def getSiminfo(simID):
    """getSiminfo(simID) -> (0, 0, 0, 0), as the port of 2026 gives."""
    _integer(simID)
    return 0, 0, 0, 0


def getSpeed():
    """getSpeed() -> (0, 0), as the port of 2026 gives."""
    return 0, 0


def getTraffic():
    """getTraffic() -> (received, sent) bytes: (0, 0), as they are not counted. Of 2026."""
    return 0, 0


def poweronAutoDatacall(enable):
    """poweronAutoDatacall(enable): 1 or 0, whether packet data comes up at start; ValueError for another. Of 2026.

    It is kept as datacallFlag in /usr/system_config.json, and changes nothing here: packet data is up.
    """
    if enable not in (0, 1):
        raise ValueError("the value of enable should be 0 or 1.")
    try:
        with open(_SYSTEM) as file:
            config = _ujson.load(file)
    except (OSError, ValueError):
        config = {"replFlag": 0}
    config["datacallFlag"] = int(enable)
    with open(_SYSTEM, "w") as file:
        file.write(_ujson.dumps(config))
