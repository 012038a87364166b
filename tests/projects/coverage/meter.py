"""A docstring is no statement."""
LIMIT = 10


def level(x):
    """Nor is this."""
    if x > LIMIT:
        return "high"
    elif x < 0:
        return "negative"
    for i in range(x):
        if i == 5:
            break
    else:
        x = -x
    while True:
        try:
            return 1 / x
        except ZeroDivisionError:
            x = 1


class Meter:
    def read(self):
        return LIMIT
