# says 3: syntax: Python has no &&. Write and.
a = b = True
if a && b:
    print('both')
