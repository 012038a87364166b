import utime
import threading  # finds: no-module

try:
    import numpy
except ImportError:
    numpy = None

print(utime.time(), threading)
