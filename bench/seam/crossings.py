"""Prints microseconds for each kind of crossing, the least of some rounds: name=figure."""

import seam

ROUNDS = 15


def best(crossing, times):
    least = None
    for _ in range(ROUNDS):
        start = seam.nanos()
        crossing(times)
        taken = (seam.nanos() - start) / times / 1000
        if least is None or taken < least:
            least = taken
    return least


def loop(times):
    for i in range(times):
        pass


def calls(times):
    same = seam.same
    for i in range(times):
        same(i)


def chunks(size):
    chunk = bytes(size)

    def crossing(times):
        there_and_back = seam.bytes
        for i in range(times):
            there_and_back(chunk)

    return crossing


def callbacks(times):
    seen = []
    seam.post(seen.append, times)
    while len(seen) < times:
        pass


empty = best(loop, 20000)
print("a call there and back=%.2f" % (best(calls, 20000) - empty))
print("a callback=%.2f" % best(callbacks, 2000))
print("100 bytes there and back=%.2f" % (best(chunks(100), 5000) - empty))
print("64 KB there and back=%.2f" % (best(chunks(65536), 200) - empty))
