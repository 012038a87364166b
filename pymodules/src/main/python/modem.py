"""modem - what the module says of itself. Documentation: facts.md 10.9."""


def getDevImei():
    """getDevImei() -> str, 15 digits."""
    return _host.imei()


def getDevModel():
    """getDevModel() -> str, for instance 'EC600S'."""
    return _host.model()


def getDevSN():
    """getDevSN() -> str, the serial number."""
    return _host.serialNumber()


def getDevFwVersion():
    """getDevFwVersion() -> str, the firmware's name and version."""
    return _host.firmware()


def getDevProductId():
    """getDevProductId() -> str, the maker."""
    return "Quectel"


def getDevMAC():
    """getDevMAC() -> -1: only modules with Wi-Fi have an address."""
    return -1
