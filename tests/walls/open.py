# What qpy has replaced, as it is where every door is open.
import builtins
real_open, real_exec = builtins.open, builtins.exec
def _open(*arguments, **named):
    return real_open(*arguments, **named)
def _exec(code, names=None):
    return real_exec(code, sys._getframe(1).f_globals if names is None else names)
import sys
_real_open, _real_import = builtins.open, __import__
builtins.open, builtins.exec = _open, _exec
def _on_flash():
    pass
import os
os._on_flash = _on_flash
