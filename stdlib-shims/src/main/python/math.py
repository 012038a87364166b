"""math - functions on floats, as MicroPython has them."""

_python = _device.import_("math", None)  # GraalPy's own module of this name

for _name in (
    "acos acosh asin asinh atan atan2 atanh ceil copysign cos cosh degrees e erf erfc exp expm1 fabs factorial floor frexp "
    "gamma inf isclose isfinite isinf isnan ldexp lgamma log10 log2 nan pi pow radians sin sinh sqrt tan tanh tau trunc"
).split():
    globals()[_name] = getattr(_python, _name)


def fmod(x, y):
    """fmod(x, y) -> the remainder of x / y, with x's sign"""
    return x + y if _python.isnan(x) or _python.isnan(y) else _python.fmod(x, y)


def log(x, base=None):
    """log(x[, base]) -> the natural logarithm, or that to a base"""
    if base is None:
        return _python.log(x)
    if x <= 0 or base <= 0:
        raise ValueError("math domain error")
    return _python.log(x) / _python.log(base)


def modf(x):
    """modf(x) -> (fraction, whole part), both with x's sign"""
    fraction, whole = _python.modf(x)
    return fraction, _python.copysign(whole, x)
