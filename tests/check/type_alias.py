type Reading = tuple  # finds: type-parameter


def read():
    return (1, 2)
