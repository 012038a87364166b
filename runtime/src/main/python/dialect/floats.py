"""Division of floats with a rest, as MicroPython's py/objfloat.c does it; GraalPy 25.0.2 rounds the quotient first."""

import math as _math

_NUMBERS = (float, int)


def _are_floats(a, b):
    return (type(a) is float and type(b) in _NUMBERS) or (type(b) is float and type(a) is int)


def floor_divide(a, b):
    """a // b"""
    return _divided(a, b)[0] if _are_floats(a, b) and b else a // b


def floor_divide_in_place(a, b):
    """What a is after a //= b"""
    if _are_floats(a, b) and b:
        return _divided(a, b)[0]
    a //= b
    return a


def divided(real):
    """divmod() for any operands, given that of the interpreter."""

    def divmod(a, b):
        return _divided(a, b) if _are_floats(a, b) and b else real(a, b)

    return divmod


def _divided(a, b):
    """The quotient and the rest, which has the divisor's sign."""
    if not _math.isfinite(a) or not _math.isfinite(b):
        return a // b, a % b
    rest = _math.fmod(a, b)
    quotient = (a - rest) / b
    if rest == 0:
        rest = _math.copysign(0.0, b)
    elif (b < 0) != (rest < 0):
        rest += b
        quotient -= 1
    if quotient == 0:
        return _math.copysign(0.0, a / b), rest
    whole = float(_math.floor(quotient))
    return (whole + 1 if quotient - whole > 0.5 else whole), rest
