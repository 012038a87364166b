def same(a, b):
    return ascii(a) == b  # finds: no-builtin
