"""sms - short messages. Documentation: facts-board.md B5.1 to B5.18.

Calls that set something return 0, or -1 where they failed; all return -1 without a card that is ready.
"""

import ubinascii as _ubinascii

_octets_of = _device.library("dialect/buffers").octets
_MOST_DIGITS = 20
_MOST_CENTRE = 30
_LAST_PLACE = 255
_STORES = ("SM", "ME")
_ONE, _ALL = 0, 4

# How many messages a text may take, by the chip's family; of others one (B5.2).
_PARTS = {"": 6, "ASR": 6, "ASR_1606": 6, "ASR_1602": 6, "ASR_1609": 6, "ASR_1803s": 6, "Unisoc": 4, "Unisoc_8850": 4}
_LETTERS, _SIGNS = 160, 70  # of one message: bytes for the GSM alphabet, characters of UCS2


def _number(value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return int(value)


def _text(value):
    if not isinstance(value, str):
        raise TypeError("can't convert '%s' object to str implicitly" % type(value).__name__)
    return value


def _place(index):
    index = _number(index)
    if not 0 <= index <= _LAST_PLACE:
        raise ValueError("invalid value, index must be greater than or equal to 0.")
    return index


def sendTextMsg(phoneNumber, msg, codeMode, /):
    """sendTextMsg(phoneNumber, msg, codeMode) -> 0 when the network has taken it, a second for each part; -1 for no text, no card, no network.

    codeMode "GSM" or "UCS2", in either case; a text with characters that the GSM alphabet lacks goes as UCS2 all the same. A long
    text takes up to six messages, of some chips four, of others one. ValueError for what is too long, and for another code.
    """
    number, text, code = _text(phoneNumber), _text(msg), _text(codeMode).upper()
    if _octets_of(number).__len__() > _MOST_DIGITS:
        raise ValueError("invalid value, the length of phone number should be no more than 20 bytes.")
    if code not in ("GSM", "UCS2"):
        raise ValueError("invalid value, codemode can only be UCS2 or GSM.")
    most = _PARTS.get(_host.family(), 1) * (_SIGNS if code == "UCS2" else _LETTERS)
    if (text if code == "UCS2" else _octets_of(text)).__len__() > most:
        raise ValueError("invalid value, the length of msg should be no more than %d bytes." % most)
    if not text or not _is_number(number) or not _host.hasCard():
        return -1
    return 0 if _host.send(number, text, code == "UCS2") else -1


def _is_number(text):
    digits = text[1:] if text.startswith("+") else text
    return bool(digits) and all(each in "0123456789*#" for each in digits)


def sendPduMsg(phoneNumber, msg, codeMode=None, /):
    """sendPduMsg(phoneNumber, msg, codeMode) -> as sendTextMsg. sendPduMsg(pdu, length) of 2026: sends what the digits of the PDU say."""
    if codeMode is not None:
        return sendTextMsg(phoneNumber, msg, codeMode)
    octets = _octets(phoneNumber)
    return 0 if octets and _number(msg) > 0 and _host.hasCard() and _host.sendPdu(octets) else -1


def _octets(pdu):
    """The bytes of a PDU's digits, None where they are none."""
    try:
        return _ubinascii.unhexlify(_text(pdu).strip()) or None
    except ValueError:
        return None


def deleteMsg(index, delmode=_ONE, /):
    """deleteMsg(index, delmode=0) -> 0: delmode 0 this message, 4 all. ValueError for another, and for an index beside 0 to 255."""
    index = _place(index)
    if delmode not in (_ONE, _ALL):
        raise ValueError("invalid value, delmode just can be 0 or 4.")
    if not _host.hasCard():
        return -1
    if delmode == _ALL:
        _host.deleteAll()
    else:
        _host.delete(index)
    return 0


def searchTextMsg(index, /):
    """searchTextMsg(index) -> (number, text, bytes of the text in UTF-8), or -1 where nothing is. It stays where it is."""
    octets = _read(index)
    decoded = octets and _host.decode(octets)
    if not decoded:
        return -1
    number, text, _ = decoded
    return number, text, _octets_of(text).__len__()


def searchPduMsg(index, /):
    """searchPduMsg(index) -> the PDU's digits, or -1 where nothing is. A long message has a place for each of its parts."""
    octets = _read(index)
    return octets.hex().upper() if octets else -1


def _read(index):
    index = _place(index)
    return _host.read(index) if _host.hasCard() else None


def getMsgNums():
    """getMsgNums() -> how many messages the store has that is read, or -1."""
    return _host.places()[0][1] if _host.hasCard() else -1


def setSaveLoc(mem1, mem2, mem3, /):
    """setSaveLoc(mem1, mem2, mem3) -> 0: "SM" or "ME", where messages are read, written and received. ValueError for another."""
    if not all(each in _STORES for each in (mem1, mem2, mem3)):
        raise ValueError("invalid value, mem can only be SM, ME.")
    if not _host.hasCard():
        return -1
    _host.setPlaces(mem1, mem2, mem3)
    return 0


def getSaveLoc():
    """getSaveLoc() -> ([name, used, capacity], and so on): of the stores that are read, written and received into; or -1."""
    return tuple(list(each) for each in _host.places()) if _host.hasCard() else -1


def getCenterAddr():
    """getCenterAddr() -> the message centre's number, of the EC600U without its +, or -1."""
    if not _host.hasCard():
        return -1
    return _host.centre().lstrip("+") if _host.modelName() == "EC600U" else _host.centre()


def setCenterAddr(addr, /):
    """setCenterAddr(addr) -> 0, or -1 for no number. ValueError for more than 30 bytes."""
    if _text(addr).__len__() > _MOST_CENTRE:
        raise ValueError("invalid value, the length of center address should be no more than 30 bytes.")
    if not _is_number(addr) or not _host.hasCard():
        return -1
    _host.setCentre(addr)
    return 0


def getPduLength(pduMsg, /):
    """getPduLength(pduMsg) -> how many bytes a PDU has without the message centre's number in front; -1 for what is none."""
    octets = _octets(pduMsg)
    if octets is None or octets.__len__() <= _host.centreLength(octets):
        return -1
    return octets.__len__() - _host.centreLength(octets)


def decodePdu(pduMsg, pduLen, /):
    """decodePdu(pduMsg, pduLen) -> (number, text, "2021-07-13 09:34:44", bytes of the text in UTF-8), or -1. ValueError for a pduLen below 1."""
    if _number(pduLen) < 1:
        raise ValueError("invalid value.")
    octets = _octets(pduMsg)
    decoded = octets and _host.decode(octets)
    if not decoded:
        return -1
    number, text, time = decoded
    return number, text, time, _octets_of(text).__len__()


def setCallback(usrFun, /):
    """setCallback(usrFun) -> 0: usrFun((0, index, "SM")) when a message has arrived; searchTextMsg(index) reads it. None for no more."""
    if usrFun is None:
        _host.ignore()
    else:
        _host.watch(lambda event: usrFun(tuple(event)))
    return 0
