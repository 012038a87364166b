"""math - functions on floats, as MicroPython has them."""

_python = _device.import_("math", None)  # GraalPy's own module of this name

for _name in (
    "acos acosh asin asinh atan atan2 atanh ceil copysign cos cosh degrees e erf erfc exp expm1 fabs floor fmod frexp "
    "gamma isfinite isinf isnan ldexp lgamma log log10 log2 modf pi pow radians sin sinh sqrt tan tanh trunc"
).split():
    globals()[_name] = getattr(_python, _name)
