# The same methods, called so that nothing of MicroPython's takes their place in a fresh interpreter.
print(hasattr(ValueError(1), "value"))
try:
    print(getattr(int, "to_" + "bytes")(200, 1, "big", signed=True))
except Exception as e:
    print(type(e).__name__)
