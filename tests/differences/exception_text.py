"""repr() of an exception, and the text of a NameError or of an OSError that a script makes, are CPython's.

Cause: they are made in GraalPy, whose exception classes cannot be changed. Tracebacks have MicroPython's texts.
Workaround: compare e.args and the class, never the text.
"""

for number in (2, 110):
    try:
        raise OSError(number)
    except OSError as e:
        print(repr(e), str(e))  # the module: OSError(2,) [Errno 2] ENOENT
        print("portable:", e.args[0] == number)
try:
    undefined
except NameError as e:
    print(e)  # the module: name 'undefined' isn't defined
