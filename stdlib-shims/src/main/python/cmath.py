"""cmath - functions on complex numbers, as MicroPython has them."""

_python = _device.import_("cmath", None)  # GraalPy's own module of this name

for _name in "cos e exp log log10 phase pi polar rect sin sqrt".split():
    globals()[_name] = getattr(_python, _name)
