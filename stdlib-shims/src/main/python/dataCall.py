"""dataCall - packet data. Documentation: facts.md 10.8. Calls that set something return 0, or -1 where they failed.

A device is switched on with profile 1 up, as the firmware dials at start. Profiles are 1 to 7; IP types 0 IPv4,
1 IPv6, 2 both; authentication 0 none, 1 PAP, 2 CHAP.
"""

_FIRST, _LAST = 1, 7
_APN_MAX, _CREDENTIAL_MAX = 63, 15
_IPV4, _IPV6, _BOTH = 0, 1, 2
_SAMPLE_DNS = ("58.242.2.2", "218.104.78.2")

_contexts = {}
_dns = {}
_recorded = {}


def _check_profile(profile):
    if not _FIRST <= profile <= _LAST:
        raise ValueError("invalid value, profileID should be in [%d, %d]." % (_FIRST, _LAST))


def _checked(ipType, apn, username, password, authType):
    if ipType not in (_IPV4, _IPV6, _BOTH):
        raise ValueError("invalid value, ipType should be in [0, 2].")
    if len(apn) > _APN_MAX:
        raise ValueError("invalid value, the length of apn should be no more than %d bytes." % _APN_MAX)
    if len(username) > _CREDENTIAL_MAX or len(password) > _CREDENTIAL_MAX:
        raise ValueError("invalid value, username and password should be no more than %d bytes." % _CREDENTIAL_MAX)
    if authType not in (0, 1, 2):
        raise ValueError("invalid value, authType should be in [0, 2].")
    return ipType, apn, username, password, authType


def setPDPContext(profileID, ipType, apn, username, password, authType):
    """setPDPContext(profileID, ipType, apn, username, password, authType) -> 0: for the next activate()."""
    _check_profile(profileID)
    _contexts[profileID] = _checked(ipType, apn, username, password, authType)
    return 0


def getPDPContext(profileID):
    """getPDPContext(profileID) -> (ipType, apn, username, password, authType)."""
    _check_profile(profileID)
    return _contexts.get(profileID, (_IPV4, "3gnet" if profileID == 1 else "", "", "", 0))


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
    _contexts[profileidx] = settings if apn else (iptype,) + getPDPContext(profileidx)[1:]
    return activate(profileidx)


def stop(profileidx, iptype=0, cur_simid=None):
    """stop(profileidx, iptype) -> 0."""
    return deactivate(profileidx)


def setAutoActivate(profileID, enable):
    """setAutoActivate(profileID, enable) -> 0. It would tell at the next start of the module."""
    return _check_switch(profileID, enable)


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
    _dns[profileID] = (priDNS, secDNS)
    return 0


setDnsserver = setDNSServer


def setCallback(fun):
    """setCallback(fun) -> 0. fun([profile, 1]) when packet data has come up, fun([profile, 0]) when it has ended."""
    _host.setContextCallback(fun)
    return 0


def getInfo(profileID, ipType):
    """getInfo(profileID, ipType) -> (profileID, ipType, [state, reconnect, ip, dns1, dns2]); ipType 2: two lists.

    state is 1 where the profile is up.
    """
    _check_profile(profileID)
    if ipType not in (_IPV4, _IPV6, _BOTH):
        raise ValueError("invalid value, ipType should be in [0, 2].")
    up, family = _host.isUp(profileID), getPDPContext(profileID)[0]
    lists = []
    if ipType != _IPV6:
        lists.append(_ipv4(profileID) if up and family != _IPV6 else [0, 0, "0.0.0.0", "0.0.0.0", "0.0.0.0"])
    if ipType != _IPV4:
        lists.append(_ipv6(profileID) if up and family != _IPV4 else [0, 0, "::", "::", "::"])
    return (profileID, ipType, *lists)


def _ipv4(profile):
    return [1, 0, "10.91.44.%d" % (176 + profile), *_dns.get(profile, _SAMPLE_DNS)]


def _ipv6(profile):
    return [1, 0, "2001:db8::%d" % profile, "2001:db8::53", "2001:db8::54"]
