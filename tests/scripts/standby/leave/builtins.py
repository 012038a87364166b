import builtins

for name, value in {"print": None, "len": None, "sorted": lambda x: x, "left": 1}.items():
    try:
        setattr(builtins, name, value)
    except Exception:
        pass
try:
    str.extra = 1
except Exception:
    pass
