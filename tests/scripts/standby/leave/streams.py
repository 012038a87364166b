import usys

print("no end of the line", end="")
usys.stderr.write("an error without one")
for name in ("stdout", "stderr", "stdin"):
    try:
        setattr(usys, name, None)
    except Exception:
        pass
