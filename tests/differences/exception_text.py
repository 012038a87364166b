"""repr() of an exception, and the text of one that is caught without a name, are CPython's.

Cause: they are made in GraalPy, whose exception classes cannot be changed. What `except … as e` catches, and tracebacks, have
MicroPython's texts.
Workaround: compare e.args and the class, never the text.
"""

try:
    raise OSError(2)
except OSError as e:
    print(repr(e), str(e))  # the module: OSError(2,) [Errno 2] ENOENT
    print("portable:", e.args[0] == 2)
try:
    undefined
except NameError:
    print("portable:", "caught")
