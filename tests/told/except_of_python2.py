# says 4: syntax: except A, e is Python 2's. Write except A as e.
try:
    print(1)
except OSError, e:
    print(e)
