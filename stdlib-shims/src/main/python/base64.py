"""base64 - base64, as the firmware's frozen module has it: facts.md 11.10."""

import ubinascii as _ubinascii


def _bytes(data):
    return data.encode() if isinstance(data, str) else bytes(data)


def b64encode(s, altchars=None):
    """b64encode(s[, altchars]) -> bytes; altchars are the two that stand for + and /."""
    encoded = _ubinascii.b2a_base64(s, False)
    return encoded if altchars is None else encoded.replace(b"+", altchars[:1]).replace(b"/", altchars[1:])


def b64decode(s, altchars=None):
    """b64decode(s[, altchars]) -> bytes. ValueError when it is not base64."""
    data = _bytes(s)
    if altchars is not None:
        data = data.replace(altchars[:1], b"+").replace(altchars[1:], b"/")
    return _ubinascii.a2b_base64(data)


def urlsafe_b64encode(s):
    """urlsafe_b64encode(s) -> bytes with - and _ for + and /."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    """urlsafe_b64decode(s) -> bytes"""
    return b64decode(s, b"-_")


def encodebytes(s):
    """encodebytes(s) -> bytes in lines of 76 characters."""
    return b"".join([_ubinascii.b2a_base64(s[at : at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    """decodebytes(s) -> bytes"""
    return _ubinascii.a2b_base64(s)
