"""urandom (random) - pseudo-random numbers. A module starts with a seed of its own each time."""

import _random

_generator = _random.Random(_host.seed())


def seed(n=None):
    """seed([n]): the same n gives the same numbers; without it, others each time."""
    _generator.seed(_host.seed() if n is None else n)


def getrandbits(n):
    """getrandbits(n) -> int of n bits, at most 32."""
    if not 0 <= n <= 32:
        raise ValueError("bits must be 32 or less")
    return _generator.getrandbits(n) if n else 0


def randrange(start, stop=None, step=1):
    """randrange(stop), randrange(start, stop[, step]) -> int, stop not included."""
    numbers = range(start) if stop is None else range(start, stop, step)
    if not numbers:
        raise ValueError("empty range")
    return numbers[int(_generator.random() * len(numbers))]


def randint(a, b):
    """randint(a, b) -> int, both included."""
    return randrange(a, b + 1)


def choice(seq):
    """choice(seq) -> one of its items. IndexError when there is none."""
    if not seq:
        raise IndexError("empty sequence")
    return seq[int(_generator.random() * len(seq))]


def random():
    """random() -> float, 0 <= x < 1."""
    return _generator.random()


def uniform(a, b):
    """uniform(a, b) -> float between a and b."""
    return a + (b - a) * _generator.random()
