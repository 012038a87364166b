"""sim - the SIM card. Documentation: facts.md 10.7. Calls that set something return 0, or -1 where they failed."""

_READY = 1
_LAST_STORAGE = 15
_FIRST, _LAST = 1, 500
_MOST_READ = 20
_NAME_MAX, _NUMBER_MAX, _PIN_MAX = 30, 20, 15

_card = _host.card()
_settings = _host.settings()
_SELECT, _READ = "A4", "B0"
_DONE, _NO_FILE, _NO_INSTRUCTION = "9000", "6A82", "6D00"
_MASTER_FILE = "3F00"


def getStatus():
    """getStatus() -> int: 0 absent, 1 ready, 2 PIN wanted, 3 PUK wanted, 18 initialising … 21 unknown."""
    return _host.simStatus()


def _is_ready():
    return getStatus() == _READY


def getImsi(simid=0):
    """getImsi(simid=0) -> str, or -1 without a card that is ready, and for slot 1. ValueError for another slot."""
    if _integer(simid) not in (0, 1):
        raise ValueError("invalid value, sim id should be 0/1.")
    return _host.imsi() if simid == 0 and _is_ready() else -1


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
    return 0 if _integer(simId) == 0 else -1


def setSimDet(switch, triggerLevel):
    """setSimDet(switch, triggerLevel) -> 0. Both 0 or 1, else ValueError."""
    if _integer(switch) not in (0, 1):
        raise ValueError("invalid value, detenable should be in (0,1).")
    if _integer(triggerLevel) not in (0, 1):
        raise ValueError("invalid value, insertlevel should be in (0,1).")
    _settings.detect(int(switch), int(triggerLevel))
    return 0


def getSimDet():
    """getSimDet() -> (switch, triggerLevel), (0, 0) on a new device."""
    return tuple(_settings.detection())


def setCallback(usrFun):
    """setCallback(usrFun) -> 0. usrFun(1) when a card was inserted, usrFun(2) when it was removed."""
    _require_callable(usrFun)
    _host.setSimCallback(usrFun)
    return 0


def verifyPin(pin):
    """verifyPin(pin) -> 0, or -1 when it is not the card's, 1234 at first. Makes a card ready that waits for it.

    After three wrong ones in a row the card waits for its PUK. TypeError for what is no text or bytes; ValueError for
    more than 15 bytes.
    """
    return 0 if _card.verify(_code(pin)) else -1


def enablePin(pin):
    """enablePin(pin) -> 0, or -1 when it is not the card's. The card asks for it from the next start on."""
    return 0 if _card.askForPin(_code(pin), True) else -1


def disablePin(pin):
    """disablePin(pin) -> 0, or -1 when it is not the card's. The card asks for none from the next start on."""
    return 0 if _card.askForPin(_code(pin), False) else -1


def changePin(oldPin, newPin):
    """changePin(oldPin, newPin) -> 0, or -1 when oldPin is not the card's."""
    return 0 if _card.change(_code(oldPin), _code(newPin)) else -1


def unblockPin(puk, newPin):
    """unblockPin(puk, newPin) -> 0, or -1 when the card waits for no PUK, or for another than 12345678."""
    return 0 if _card.unblock(_code(puk, "puk"), _code(newPin)) else -1


def setSwitchcardCallback(usrFun):
    """setSwitchcardCallback(usrFun) -> 0. usrFun(7) after a switch, usrFun(8) after none; this module has one slot."""
    _require_callable(usrFun)
    return 0


def genericAccess(simId, cmd):
    """genericAccess(simId, cmd) -> (length, answer), hexadecimal, or -1 without a card that is ready, for slot 1 or no command.

    The card has its master file, 2FE2 (the ICCID) and 6F07 (the IMSI), and knows SELECT and READ BINARY (GSM 51.011).
    ValueError for another slot, and for an empty command.
    """
    cmd = _buffer(cmd)
    if not cmd:
        raise ValueError("invalid value, the length of cmd should be more than 0 bytes.")
    if _integer(simId) not in (0, 1):
        raise ValueError("invalid value, simid should be 0 or 1.")
    if simId != 0 or not _is_ready() or len(cmd) < 10 or len(cmd) % 2:
        return -1
    try:
        bytes.fromhex(cmd)
    except ValueError:
        return -1
    answer = _answer(cmd.upper())
    return len(answer), answer


def _answer(cmd):
    files = {_MASTER_FILE: "", "2FE2": _swapped(_host.iccid()), "6F07": "08" + _swapped("9" + _host.imsi())}
    if cmd[2:4] == _SELECT:
        _card.select(cmd[10:14] if cmd[10:14] in files else "")
        return _DONE if _card.selected() else _NO_FILE
    if cmd[2:4] == _READ:
        return files[_card.selected()] + _DONE if _card.selected() else _NO_FILE
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


def _integer(value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return value


def _buffer(value):
    """What the firmware takes as a buffer, as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).decode("utf-8", "surrogateescape")
    raise TypeError("object with buffer protocol required")


def _short(value, most, name):
    """A text of at most so many bytes."""
    text = _buffer(value)
    if len(text.encode("utf-8", "surrogateescape")) > most:
        raise ValueError("invalid value, the length of %s should be no more than %d bytes." % (name, most))
    return text


def _code(value, name="pin"):
    return _short(value, _PIN_MAX, name)


def _require_callable(function):
    if not callable(function):
        raise TypeError("'%s' object isn't callable" % type(function).__name__)


def readPhonebook(storage, start, end, username):
    """readPhonebook(storage, start, end, username) -> (count, [(index, name, number), ...]), or -1 without a card.

    storage is a number from 0 to 15; the card's own is 9. start and end choose by index, at most 20 apart; both 0: by
    the name's beginning. ValueError for what is out of range, TypeError for what is no number or text.
    """
    _check_storage(storage)
    if _integer(end) < _integer(start):
        raise ValueError("invalid value, end >= start.")
    if end - start > _MOST_READ:
        raise ValueError("invalid value, end - start <= %d." % _MOST_READ)
    name = _short(username, _NAME_MAX, "username")
    if not _is_ready():
        return -1
    entries = [tuple(entry) for entry in _card.entries(int(storage))]
    if start == 0 and end == 0:
        found = [entry for entry in entries if entry[1].startswith(name)]
    else:
        found = [entry for entry in entries if start <= entry[0] <= end]
    return len(found), found


def writePhonebook(storage, index, username, number):
    """writePhonebook(storage, index, username, number) -> 0, or -1 without a card. No name and no number: removes it."""
    _check_storage(storage)
    if not _FIRST <= _integer(index) <= _LAST:
        raise ValueError("invalid value, index should be in (%d,%d)." % (_FIRST, _LAST))
    name, digits = _short(username, _NAME_MAX, "username"), _short(number, _NUMBER_MAX, "phonenumber")
    if not _is_ready():
        return -1
    _card.write(int(storage), int(index), name, digits)
    return 0


def _check_storage(storage):
    if not 0 <= _integer(storage) <= _LAST_STORAGE:
        raise ValueError("invalid value, storage should be in (0,%d)." % _LAST_STORAGE)
