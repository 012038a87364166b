# The same methods, called so that nothing of MicroPython's takes their place in a fresh interpreter.
for name in ("decode", "startswith"):
    try:
        print(len(getattr(b"\xff\x80", name)("utf-8")))
    except Exception as e:
        print(type(e).__name__)
print("\udc80")
