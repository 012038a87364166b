import urandom

print((5).to_bytes(2, "big"), divmod(7.0, 2), {1}.pop(), slice(0, 5).indices(3))
try:
    print(hash(slice(1)))
except TypeError as e:
    print(e)
try:
    raise OSError(5)
except OSError as e:
    print(e.errno, e.value)
