"""sim - the SIM card. Documentation: facts.md 10.7. Calls that set something return 0, or -1 where they failed."""

_READY, _PIN_WANTED, _PUK_WANTED = 1, 2, 3
_STORAGES = ("SM", "DC", "FD", "LD", "MC", "ME", "RC", "EN")
_FIRST, _LAST = 1, 500
_NAME_MAX, _NUMBER_MAX, _PIN_MAX = 30, 20, 15

_detection = (0, 0)
_phonebook = {}
_pin = "1234"
_PUK = "12345678"
_SELECT, _READ = "A4", "B0"
_DONE, _NO_FILE, _NO_INSTRUCTION = "9000", "6A82", "6D00"
_MASTER_FILE = "3F00"
_selected = None  # the name of a file of the card


def getStatus():
    """getStatus() -> int: 0 absent, 1 ready, 2 PIN wanted, 3 PUK wanted, 18 initialising … 21 unknown."""
    return _host.simStatus()


def _is_ready():
    return getStatus() == _READY


def getImsi(simid=0):
    """getImsi(simid=0) -> str, or -1 without a card that is ready."""
    return _host.imsi() if _is_ready() else -1


def getIccid():
    """getIccid() -> str, or -1 without a card that is ready."""
    return _host.iccid() if _is_ready() else -1


def getPhoneNumber():
    """getPhoneNumber() -> str, or -1 without a card that is ready."""
    return _host.number() if _is_ready() else -1


def getCurSimid():
    """getCurSimid() -> the slot in use, 0."""
    return 0


def switchCard(simId):
    """switchCard(simId) -> 0 for the slot in use, -1 for another: this module has one slot."""
    return 0 if simId == 0 else -1


def setSimDet(switch, triggerLevel):
    """setSimDet(switch, triggerLevel) -> 0. Both 0 or 1, else ValueError."""
    global _detection
    if switch not in (0, 1) or triggerLevel not in (0, 1):
        raise ValueError("invalid value, both parameters should be 0 or 1.")
    _detection = (switch, triggerLevel)
    return 0


def getSimDet():
    """getSimDet() -> (switch, triggerLevel), (0, 0) on a new device."""
    return _detection


def setCallback(usrFun):
    """setCallback(usrFun) -> 0. usrFun(1) when a card was inserted, usrFun(2) when it was removed."""
    _host.setSimCallback(usrFun)
    return 0


def verifyPin(pin):
    """verifyPin(pin) -> 0, or -1 when it is not the card's, which is 1234. Makes a card ready that waits for it."""
    if getStatus() not in (_READY, _PIN_WANTED) or _checked(pin) != _pin:
        return -1
    _host.unlockSim()
    return 0


def enablePin(pin):
    """enablePin(pin) -> 0, or -1 when it is not the card's."""
    return verifyPin(pin)


def disablePin(pin):
    """disablePin(pin) -> 0, or -1 when it is not the card's."""
    return verifyPin(pin)


def changePin(oldPin, newPin):
    """changePin(oldPin, newPin) -> 0, or -1 when oldPin is not the card's."""
    global _pin
    if verifyPin(oldPin) != 0:
        return -1
    _pin = _checked(newPin)
    return 0


def unblockPin(puk, newPin):
    """unblockPin(puk, newPin) -> 0, or -1 when the card waits for no PUK, or for another than 12345678."""
    global _pin
    if getStatus() != _PUK_WANTED or _checked(puk) != _PUK:
        return -1
    _pin = _checked(newPin)
    _host.unlockSim()
    return 0


def setSwitchcardCallback(usrFun):
    """setSwitchcardCallback(usrFun) -> 0. usrFun(7) after a switch, usrFun(8) after none; this module has one slot."""
    if not callable(usrFun):
        raise TypeError("'%s' object isn't callable" % type(usrFun).__name__)
    return 0


def genericAccess(simId, cmd):
    """genericAccess(simId, cmd) -> (length, answer), hexadecimal, or -1 without a card that is ready, for simId 1 or no command.

    The card has its master file, 2FE2 (the ICCID) and 6F07 (the IMSI), and knows SELECT and READ BINARY (GSM 51.011).
    """
    if simId != 0 or not _is_ready() or len(cmd) < 10 or len(cmd) % 2:
        return -1
    try:
        bytes.fromhex(cmd)
    except ValueError:
        return -1
    answer = _answer(cmd.upper())
    return len(answer), answer


def _answer(cmd):
    global _selected
    files = {_MASTER_FILE: "", "2FE2": _swapped(_host.iccid()), "6F07": "08" + _swapped("9" + _host.imsi())}
    if cmd[2:4] == _SELECT:
        _selected = cmd[10:14] if cmd[10:14] in files else None
        return _DONE if _selected else _NO_FILE
    if cmd[2:4] == _READ:
        return _NO_FILE if _selected is None else files[_selected] + _DONE
    return _NO_INSTRUCTION


def _swapped(digits):
    """Digits as a card has them: the second of two comes first, an F fills up."""
    digits += "F" * (len(digits) % 2)
    return "".join([digits[i + 1] + digits[i] for i in range(0, len(digits), 2)])


class esim:
    """The card that is built in; this module has none, and every call says so."""

    @staticmethod
    def getEid():
        """getEid() -> -1."""
        return -1

    @staticmethod
    def setCallback(usrFun):
        """setCallback(usrFun) -> -1."""
        return -1

    @staticmethod
    def getProfileInfo(mode):
        """getProfileInfo(mode) -> [], no profile."""
        return []

    @staticmethod
    def profileOTA(activationCode, confirmationCode):
        """profileOTA(activationCode, confirmationCode) -> 1, failed."""
        return 1

    @staticmethod
    def profileHandle(profile_tag, iccid):
        """profileHandle(profile_tag, iccid) -> -1."""
        return -1

    @staticmethod
    def getProfileDelNotification():
        """getProfileDelNotification() -> [], none."""
        return []

    @staticmethod
    def reportProfileDelNotification(iccid):
        """reportProfileDelNotification(iccid) -> [], none."""
        return []


def _checked(pin):
    if len(pin) > _PIN_MAX:
        raise ValueError("invalid value, the length of the PIN should be no more than %d." % _PIN_MAX)
    return pin


def readPhonebook(storage, start, end, username):
    """readPhonebook(storage, start, end, username) -> (count, [(index, name, number), ...]), or -1 without a card.

    start and end choose by index; both 0: by the name's beginning.
    """
    _check_storage(storage)
    if not _is_ready():
        return -1
    if start == 0 and end == 0:
        found = [entry for entry in _entries(storage) if entry[1].startswith(username)]
    elif not (_FIRST <= start <= _LAST and start <= end <= _LAST and end - start <= 20):
        raise ValueError("invalid value, start and end should be in [1, 500], at most 20 apart.")
    else:
        found = [entry for entry in _entries(storage) if start <= entry[0] <= end]
    return len(found), found


def writePhonebook(storage, index, username, number):
    """writePhonebook(storage, index, username, number) -> 0, or -1 without a card. No name and no number: removes it."""
    _check_storage(storage)
    if not _FIRST <= index <= _LAST or len(username) > _NAME_MAX or len(number) > _NUMBER_MAX:
        raise ValueError("invalid value, index should be in [1, 500], name and number at most 30 and 20 long.")
    if not _is_ready():
        return -1
    if username or number:
        _phonebook[storage, index] = (username, number)
    else:
        _phonebook.pop((storage, index), None)
    return 0


def _check_storage(storage):
    if storage not in _STORAGES:
        raise ValueError("invalid value, storage should be one of %s." % ", ".join(_STORAGES))


def _entries(storage):
    return sorted((key[1],) + value for key, value in _phonebook.items() if key[0] == storage)
